using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE012: a holder's locking member is used, by bare name or through <c>this</c>, inside one of the holder's own scopes, where it would throw.</summary>
/// <remarks>
/// The rule is the same under every strategy, so that changing the strategy changes nothing else. Lambdas and local functions
/// run at a time of their own, and other instances have locks of their own: neither is judged here.
/// </remarks>
internal sealed class ReentrantUse(HolderContext context)
{
    private readonly Dictionary<string, IFieldSymbol> _properties = LockingProperties(context.Fields);

    public void Check(SyntaxNode declaration)
    {
        var entries = new List<IdentifierNameSyntax>();
        foreach (var name in ScopeEntry.Names)
        {
            entries.AddRange(IdentifierIndex.Find(declaration, name));
        }

        if (entries.Count == 0)
        {
            return;
        }

        var candidates = FindCandidates(declaration, entries);
        foreach (var entry in entries)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (ScopeEntry.FindLocal(entry) is { } local)
            {
                CheckScope(entry, local, candidates, isTimed: entry.Identifier.ValueText is GeneratedNames.TryEnterRead or GeneratedNames.TryEnterWrite);
            }
        }
    }

    private static Dictionary<string, IFieldSymbol> LockingProperties(IReadOnlyList<IFieldSymbol> fields)
    {
        var properties = new Dictionary<string, IFieldSymbol>();
        foreach (var field in fields)
        {
            if ((!HolderSymbols.IsCollection(field.Type) || GeneratedNames.FacadeType(field) is not null)
                && GeneratedNames.Property(field) is var name && !properties.ContainsKey(name))
            {
                properties.Add(name, field);
            }
        }

        return properties;
    }

    /// <summary>What may be a locking member of the holder, in the order of the text.</summary>
    private List<IdentifierNameSyntax> FindCandidates(SyntaxNode declaration, List<IdentifierNameSyntax> entries)
    {
        var candidates = entries.FindAll(MayBeOwn);
        foreach (var name in _properties.Keys.Append(GeneratedNames.Snapshot).Append(GeneratedNames.Freeze).Except(ScopeEntry.Names))
        {
            var uses = context.Holder.IsStatic ? IdentifierIndex.Find(declaration, name) : IdentifierIndex.FindOwn(declaration, name);
            candidates.AddRange(uses.Where(MayBeOwn));
        }

        candidates.Sort(static (left, right) => left.SpanStart.CompareTo(right.SpanStart));
        return candidates;
    }

    private void CheckScope(IdentifierNameSyntax entry, VariableDeclaratorSyntax local, List<IdentifierNameSyntax> candidates, bool isTimed)
    {
        // Asked last and once: nearly every scope is without fault, and its text shows that.
        bool? isOwnScope = null;
        foreach (var name in candidates)
        {
            if (ScopeExtent.Covers(local, name)
                && WayOut(name, local.Identifier.ValueText) is { } wayOut
                && (isOwnScope ??= IsOwn(entry) && IsInHolderItself(entry))
                && IsOwn(name)
                && (isTimed ? ScopeExtent.IsSurelyEntered(name, local) : !name.IsInNameof(context.ModelOf(name), context.CancellationToken)))
            {
                context.Report(Descriptors.ReentrantUse, name, name.Identifier.ValueText, context.Holder.Name, local.Identifier.ValueText, wayOut);
            }
        }
    }

    /// <summary>What to write instead when the name is a locking member in use, otherwise null.</summary>
    private string? WayOut(IdentifierNameSyntax name, string scope)
    {
        var member = name.Identifier.ValueText;
        if (name.IsLabel())
        {
            return null;
        }

        if (_properties.TryGetValue(member, out var field))
        {
            return !HolderSymbols.IsCollection(field.Type) || IsUsed(name.WithReceiver()) ? $"use '{scope}.{member}'" : null;
        }

        return name.WithReceiver().Parent is not InvocationExpressionSyntax ? null : member switch
        {
            GeneratedNames.Snapshot => "take the snapshot before the scope or after it",
            GeneratedNames.Freeze => "freeze after the scope",
            _ when ScopeEntry.Names.Contains(member) => $"use '{scope}', or leave it first",
            _ => null,
        };
    }

    /// <summary>Whether a facade is used, and not only passed on for later.</summary>
    private static bool IsUsed(ExpressionSyntax facade) => facade.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == facade,
        ElementAccessExpressionSyntax access => access.Expression == facade,
        ConditionalAccessExpressionSyntax access => access.Expression == facade,
        ForEachStatementSyntax loop => loop.Expression == facade,
        ForEachVariableStatementSyntax loop => loop.Expression == facade,
        FromClauseSyntax or JoinClauseSyntax or SpreadElementSyntax => true,
        _ => false,
    };

    /// <summary>Whether the text allows that a name means the holder's: nearly every other one stands after a scope's name and a dot.</summary>
    private bool MayBeOwn(IdentifierNameSyntax name) => context.Holder.IsStatic || name.Receiver() is null or ThisExpressionSyntax;

    /// <summary>Whether a name means the holder's generated member, which nobody has declared yet: alone, or after <c>this</c>.</summary>
    private bool IsOwn(IdentifierNameSyntax name)
    {
        if (name.Receiver() is { } receiver && !context.IsHolderItself(receiver))
        {
            return false;
        }

        var info = context.SymbolInfo(name);
        return info.CandidateSymbols.IsEmpty && info.Symbol switch
        {
            null => true,
            // A property hides a type or a namespace of its name, unless a static member shows that the type is meant.
            INamespaceOrTypeSymbol => name.Parent is MemberAccessExpressionSyntax access && access.Expression == name && context.SymbolInfo(access).Symbol is null,
            _ => false,
        };
    }

    /// <summary>Not in a holder that is nested in this one and has members of the same names.</summary>
    private bool IsInHolderItself(SyntaxNode node) =>
        node.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault() is { } type
        && context.ModelOf(type).GetDeclaredSymbol(type, context.CancellationToken) is { } symbol
        && (context.IsHolder(symbol) || symbol is not INamedTypeSymbol named || !HolderSymbols.IsHolder(named));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE001: a state field is touched outside generated code.</summary>
internal sealed class DirectAccess(HolderContext context)
{
    private readonly ConstructorAssignments _assignments = new(context);

    public void Check(SyntaxNode declaration)
    {
        foreach (var field in context.Fields)
        {
            foreach (var name in IdentifierIndex.Find(declaration, field.Name))
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                if (IsTouch(name, field))
                {
                    Judge(name, field);
                }
            }
        }
    }

    private void Judge(IdentifierNameSyntax name, IFieldSymbol field)
    {
        if (_assignments.Find(name) is not { } assignment)
        {
            Report(name, field, IsLocked(name) ? WayOutOfLock(field) : WayOut(field, isInConstructor: _assignments.IsInConstructor(name)));
        }
        else if (_assignments.IsTooLate(assignment))
        {
            Report(name, field, "assign it before anything else in the constructor uses or hands out the instance, because the holder keeps what it finds at its first use");
        }
        else
        {
            ForeignCollection.CheckValue(assignment.Right, field, context);
        }
    }

    private void Report(IdentifierNameSyntax name, IFieldSymbol field, string wayOut) =>
        context.Report(Descriptors.DirectAccess, name, field.Name, context.Holder.Name, wayOut);

    private bool IsTouch(IdentifierNameSyntax name, IFieldSymbol field)
    {
        var meant = context.SymbolInfo(name).Meant();
        var isTouch = meant.Count == 0
            ? IsUnresolvedMember(name)
            : meant.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, field));
        return isTouch && !name.IsInNameof(context.ModelOf(name), context.CancellationToken);
    }

    /// <summary>
    /// A name after the dot of something whose type is not known (yet): it may be the holder, since other generators run
    /// beside this one, and <c>dynamic</c> may be anything. A name alone would have been found in the holder.
    /// </summary>
    private bool IsUnresolvedMember(IdentifierNameSyntax name) =>
        name.IsMemberOfInitialiser()
        || name.IsMemberOfPattern()
        || (name.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax
            && name.Receiver() is { } receiver
            && Reach.Of(receiver, context.ModelOf(name), context.CancellationToken) != Reached.Other);

    private static bool IsLocked(IdentifierNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name).Parent is LockStatementSyntax;

    private string WayOutOfLock(IFieldSymbol field) =>
        $"remove the 'lock'; several steps as one are a scope, 'using var state = EnterWrite();' and 'state.{GeneratedNames.Property(field)}', and a single one needs no lock";

    private string WayOut(IFieldSymbol field, bool isInConstructor)
    {
        var property = GeneratedNames.Property(field);
        if (isInConstructor)
        {
            var content = HolderSymbols.IsCollection(field.Type) ? ", with what is in it at first" : "";
            return $"in a constructor it may only be assigned, by a statement of its own{content}: '{field.Name} = …;'";
        }

        if (HolderSymbols.IsNode(context.Holder))
        {
            return $"use '{property}' of its views, which the scopes of the holder give that it is in";
        }

        if (!HolderSymbols.IsCollection(field.Type) && !HolderSymbols.IsNode(field.Type))
        {
            return $"read it as '{property}', and write it in a scope: 'using var state = EnterWrite();' and 'state.{property} = …;'";
        }

        var scope = $"in a scope: 'using var state = EnterWrite();' and 'state.{property}'";
        return StateOptions.Of(field).Access switch
        {
            Access.None => $"use it {scope}",
            Access.ReadOnly => $"read it as '{property}', and change it {scope}",
            _ => $"use '{property}', or do several things at once {scope}",
        };
    }
}

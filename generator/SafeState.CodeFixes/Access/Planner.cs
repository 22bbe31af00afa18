using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes.Access;

/// <summary>Decides how the touches of a holder are mended: each by a facade, or several as one step.</summary>
internal sealed class Planner
{
    private readonly HolderAccess _access;
    private readonly Reentry _reentry;
    private readonly Gates _gates;
    private readonly Holding _holding;

    public Planner(HolderAccess access)
    {
        _access = access;
        _reentry = new Reentry(access);
        _gates = new Gates(access);
        _holding = new Holding(access, _reentry);
    }

    /// <summary>The best that can be done about a touch, or null.</summary>
    public Plan? Recommend(Touch touch)
    {
        if (touch.Target.EnclosingFunction() is not { } function || IsOutsideCode(touch, function))
        {
            return null;
        }

        if (FindScope(touch) is { } scope)
        {
            return scope.Function == function && _access.WordingOf(touch) is { View: not null } wording && !(wording.IsWrite && scope.IsRead) ? Plan.Existing(touch, wording, scope.Local) : null;
        }

        if (OutermostLock(touch.Target, function) is { } statement)
        {
            return _gates.Of(statement) is { } gate && IsReplaceable(gate) ? ReplaceLock(statement) : Alone(touch);
        }

        if (!touch.IsOwn)
        {
            return OnAnother(touch, function) ?? UseFacade(touch);
        }

        var together = _access.Touches
            .Where(other => other.Target.EnclosingFunction() == function && other.IsOwn && OutermostLock(other.Target, function) is null && FindScope(other) is null)
            .ToArray();
        return together.Length > 1 ? Together(together) ?? Alone(touch) : Alone(touch);
    }

    /// <summary>The facade alone, where it can say it.</summary>
    public Plan? UseFacade(Touch touch) =>
        touch.Target.EnclosingFunction() is { } function
        && !IsOutsideCode(touch, function)
        && FindScope(touch) is null
        && _access.WordingOf(touch) is { Facade: not null } wording
            ? Plan.Facade(touch, wording, FacadeOf(touch))
            : null;

    /// <summary>In an initialiser nobody can use the instance; in a constructor the holder keeps what it finds at its first use, so assignments go first.</summary>
    private bool IsOutsideCode(Touch touch, SyntaxNode function) =>
        function is TypeDeclarationSyntax
        || touch.Name.FirstAncestorOrSelf<EqualsValueClauseSyntax>() is { Parent: PropertyDeclarationSyntax }
        || (function is ConstructorDeclarationSyntax && function.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => name.SpanStart > touch.Name.SpanStart && _access.Assignments.Find(name) is not null && _access.Context.Fields.Any(field => field.Name == name.Identifier.ValueText)));

    private Plan? Alone(Touch touch) => UseFacade(touch) ?? (touch.IsOwn ? InStatement(touch) : null);

    /// <summary>
    /// All that a function does with another instance, in a scope of that, where a facade cannot say it. Only if the function touches no other
    /// state: two scopes, one in the other, would be an order of locks that nobody has thought about.
    /// </summary>
    private Plan? OnAnother(Touch touch, SyntaxNode function)
    {
        var touches = _access.Touches.Where(other => other.Target.EnclosingFunction() == function).ToArray();
        return InstanceOf(touch) is { } instance
            && touches.All(other => InstanceOf(other) is { } same && SymbolEqualityComparer.Default.Equals(same, instance))
            && touches.Any(other => _access.WordingOf(other) is { Facade: null })
            && !function.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => ScopeEntry.Names.Contains(name.Identifier.ValueText) || IsAssigned(name, instance))
                ? Together(touches)
                : null;
    }

    /// <summary>The local or parameter that refers to the instance of a touch, if it is another than this.</summary>
    private ISymbol? InstanceOf(Touch touch) =>
        touch is { IsOwn: false, Target: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax instance } }
        && _access.Context.SymbolInfo(instance).Symbol is ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None }
            ? _access.Context.SymbolInfo(instance).Symbol
            : null;

    private static bool IsAssigned(IdentifierNameSyntax name, ISymbol variable) =>
        name.Identifier.ValueText == variable.Name
        && (Expressions.ChangeOf(name) is not null || name.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or ArgumentSyntax { Parent: TupleExpressionSyntax });

    private Plan? Together(IReadOnlyList<Touch> touches)
    {
        var nodes = touches.Select(touch => _access.WordingOf(touch)?.Node).ToArray();
        return nodes.All(node => node is not null) && ExtentFinder.Around(nodes!, _access.Context.ModelOf(nodes[0]!), _access.Context.CancellationToken) is { } extent ? Step(extent, touches) : null;
    }

    private Plan? Step(Extent extent, IReadOnlyList<Touch> touches)
    {
        if (!_holding.IsPossible(extent, touches) || !_holding.IsWise(extent))
        {
            return null;
        }

        var worded = touches.Select(touch => (Touch: touch, Wording: _access.WordingOf(touch)!)).ToArray();
        var isWrite = worded.Any(one => one.Wording.IsWrite);
        if (worded.All(one => one.Wording.View is not null))
        {
            var opening = new Opening(LocalName(extent, "state"), Opening.Call(isWrite ? GeneratedNames.EnterWrite : GeneratedNames.EnterRead, touches[0]));
            return Plan.Step(isWrite ? "Use one write scope" : "Use one read scope", extent, opening, worded);
        }

        return !isWrite && touches[0].IsOwn && worded.All(one => one.Wording.Image is not null)
            ? Plan.Step("Read from one snapshot", extent, new Opening(LocalName(extent, "image"), Opening.Call(GeneratedNames.Snapshot)), worded)
            : null;
    }

    /// <summary>A write that no facade can say, in a scope around its statement, beside which there may be others.</summary>
    private Plan? InStatement(Touch touch)
    {
        if (touch.Target.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
        {
            return Together([touch]);
        }

        var function = touch.Target.EnclosingFunction();
        var touches = _access.Touches.Where(other => other.IsOwn && other.Target.FirstAncestorOrSelf<StatementSyntax>() == statement).ToArray();
        return _access.Touches.Count(other => other.Target.EnclosingFunction() == function) == touches.Length ? Together(touches)
            : touches.All(one => _access.WordingOf(one) is not null) && statement is not LocalDeclarationStatementSyntax ? Step(new StatementExtent(statement), touches)
            : null;
    }

    /// <summary>
    /// All locks on a field are replaced or none, because a scope and a lock do not keep each other out. And only where the lock does
    /// nothing else: what is no state is no longer guarded without it.
    /// </summary>
    private bool IsReplaceable(IFieldSymbol gate) => _gates.IsOnlyLocked(gate) && _gates.LocksOn(gate).All(statement => ReplaceLock(statement) is not null);

    private Plan? ReplaceLock(LockStatementSyntax statement)
    {
        var function = statement.EnclosingFunction();
        var touches = _access.Touches.Where(touch => statement.Statement.Span.Contains(touch.Target.Span)).ToArray();
        if (touches.Length == 0
            || OutermostLock(statement, function!) is not null
            || touches.Any(touch => !touch.IsOwn || touch.Target.EnclosingFunction() != function || _access.WordingOf(touch) is null))
        {
            return null;
        }

        var isAlone = !_reentry.UsesMoreThanState(statement.Statement);
        if (touches.Length == 1 && isAlone && _access.WordingOf(touches[0]) is { Facade: not null } wording)
        {
            var extent = new LockExtent(statement, needsEnd: false);
            var facade = Plan.Facade(touches[0], wording, FacadeOf(touches[0]));
            return new Plan($"{facade.Title} instead of the lock", async edits =>
            {
                await facade.Apply(edits).ConfigureAwait(false);
                await edits.ReplaceAsync(extent.Node, current => extent.Wrap(current, opening: null), nameof(LockExtent)).ConfigureAwait(false);
            }).Instead(statement, _gates);
        }

        return Step(new LockExtent(statement, needsEnd: true), touches, isAlone) is { } step ? step.Instead(statement, _gates) : null;
    }

    private Plan? Step(LockExtent extent, IReadOnlyList<Touch> touches, bool isAlone)
    {
        var worded = touches.Select(touch => (Touch: touch, Wording: _access.WordingOf(touch)!)).ToArray();
        var reads = worded.All(one => !one.Wording.IsWrite) && isAlone;
        if (!_holding.IsPossible(extent, touches))
        {
            return null;
        }

        if (worded.All(one => one.Wording.View is not null))
        {
            var opening = new Opening(LocalName(extent, "state"), Opening.Call(reads ? GeneratedNames.EnterRead : GeneratedNames.EnterWrite));
            return Plan.Step($"Replace the lock by a {(reads ? "read" : "write")} scope", extent, opening, worded);
        }

        return reads && worded.All(one => one.Wording.Image is not null)
            ? Plan.Step("Replace the lock by a snapshot", extent, new Opening(LocalName(extent, "image"), Opening.Call(GeneratedNames.Snapshot)), worded)
            : null;
    }

    /// <summary>Each lock of a member gets a name of its own, in case one is inside the block of another; and so does what is around none.</summary>
    private static string LocalName(Extent extent, string name)
    {
        var locks = extent.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.DescendantNodes().OfType<LockStatementSyntax>();
        return LocalNames.Unused(extent.Node, name, rank: locks.Count(statement => extent is LockExtent ? statement.Statement.SpanStart < extent.Code.First().SpanStart : !statement.Span.Contains(extent.Code.First().Span)));
    }

    private static LockStatementSyntax? OutermostLock(SyntaxNode node, SyntaxNode function) =>
        node.Ancestors().TakeWhile(ancestor => ancestor != function).OfType<LockStatementSyntax>().LastOrDefault();

    /// <summary>The scope of the holder that is open where the touch is, and the function that opened it: another one cannot use it.</summary>
    private (SyntaxNode? Function, string Local, bool IsRead)? FindScope(Touch touch)
    {
        foreach (var entry in ScopeEntry.Names.SelectMany(name => IdentifierIndex.Find(touch.Name.FirstAncestorOrSelf<MemberDeclarationSyntax>()!, name)))
        {
            if (touch.IsOwn
                && (entry.Receiver() is not { } receiver || _access.Context.IsHolderItself(receiver))
                && ScopeEntry.FindLocal(entry) is { } local
                && ScopeExtent.Of(local).Any(code => code.Span.Contains(touch.Target.Span)))
            {
                return (entry.EnclosingFunction(), local.Identifier.ValueText, IsRead: entry.Identifier.ValueText is GeneratedNames.EnterRead or GeneratedNames.TryEnterRead);
            }
        }

        return null;
    }

    /// <summary>The generated property where the field stood, past a local that has its name.</summary>
    private ExpressionSyntax FacadeOf(Touch touch) => touch.Target switch
    {
        MemberAccessExpressionSyntax access => access.Expression.Dot(touch.Property),
        MemberBindingExpressionSyntax => SyntaxFactory.MemberBindingExpression(SyntaxFactory.IdentifierName(touch.Property)),
        _ => IsHidden(touch)
            ? (touch.Field.IsStatic ? SyntaxFactory.IdentifierName(_access.Context.Holder.Name) : (ExpressionSyntax)SyntaxFactory.ThisExpression()).Dot(touch.Property)
            : SyntaxFactory.IdentifierName(touch.Property),
    };

    private bool IsHidden(Touch touch) => _access.Context.ModelOf(touch.Name).LookupSymbols(touch.Name.SpanStart, name: touch.Property).Any(symbol => symbol is ILocalSymbol or IParameterSymbol);
}

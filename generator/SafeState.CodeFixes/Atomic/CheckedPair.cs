using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using SafeState.CodeFixes.Access;
using SafeState.CodeFixes.Common;
using SafeState.Generator.Analyzers;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Atomic;

/// <summary>A check of a facade and what depends on it, in one of the shapes that people write.</summary>
internal sealed class CheckedPair
{
    private readonly Finding _finding;
    private readonly InvocationExpressionSyntax _check;
    private readonly ExpressionSyntax[] _acts;
    private readonly ExpressionSyntax _facade;
    private readonly ExpressionSyntax _key;

    private CheckedPair(Finding finding, InvocationExpressionSyntax check, ExpressionSyntax[] acts, ExpressionSyntax facade, ExpressionSyntax key)
    {
        _finding = finding;
        _check = check;
        _acts = acts;
        _facade = facade;
        _key = key;
    }

    private string Method => ((MemberAccessExpressionSyntax)_check.Expression).Name.Identifier.ValueText;

    public static CheckedPair? Find(Finding finding)
    {
        var acts = finding.Diagnostic.AdditionalLocations
            .Select(location => finding.Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>(node => node.Span == location.SourceSpan))
            .ToArray();
        return finding.Node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } facade }, ArgumentList.Arguments: { Count: > 0 } arguments } check
            && acts.All(act => act is not null)
            && arguments[0].Expression.IsRepeatable()
                ? new CheckedPair(finding, check, acts!, facade, arguments[0].Expression)
                : null;
    }

    /// <summary>The node that is replaced, what the user reads, and what becomes of it; or null.</summary>
    public (SyntaxNode Node, string Title, Func<SyntaxNode> Change)? Rewrite() => _finding.Diagnostic.Properties[CheckThenActAnalyzer.RemedyProperty] switch
    {
        "TryAdd" => ToAdd(),
        "GetOrAdd" => ToGetOrAdd(),
        "Update" => ToUpdate(),
        "AddOrUpdate" => ToAddOrUpdate() ?? ToUpdate() ?? ToGetOrAdd(),
        "TryGetValue" => ToTryGetValue(),
        "Remove" => ToRemove(),
        _ => null,
    };

    /// <summary><c>if (!map.ContainsKey(key)) map.Add(key, value);</c></summary>
    private (SyntaxNode, string, Func<SyntaxNode>)? ToAdd() =>
        Method == "ContainsKey" && Condition(isNegated: true) is { Else: null } branch && Only(branch.Statement) is { } act && Stored(act) is { } value && Adding("TryAdd", value) is { } call
            ? Replace(branch, ExpressionStatement(call))
            : null;

    /// <summary><c>if (!map.TryGetValue(key, out var value)) { value = …; map[key] = value; }</c></summary>
    private (SyntaxNode, string, Func<SyntaxNode>)? ToGetOrAdd()
    {
        if (Method != "TryGetValue" || Condition(isNegated: true) is not { Else: null } branch || Out() is not { } found || Made(branch.Statement, found) is not { } value || Adding("GetOrAdd", value) is not { } call)
        {
            return null;
        }

        StatementSyntax statement = _check.ArgumentList.Arguments[1].Expression is DeclarationExpressionSyntax
            ? LocalDeclarationStatement(VariableDeclaration(IdentifierName("var"), SingletonSeparatedList(VariableDeclarator(found).WithInitializer(EqualsValueClause(call)))))
            : ExpressionStatement(AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, IdentifierName(found), call));
        return Replace(branch, statement);
    }

    /// <summary><c>if (map.TryGetValue(key, out var value)) map[key] = value + 1;</c>, and <c>else map[key] = 1;</c></summary>
    private (SyntaxNode, string, Func<SyntaxNode>)? ToUpdate()
    {
        if (Method != "TryGetValue"
            || _check.ArgumentList.Arguments[1].Expression is not DeclarationExpressionSyntax
            || Condition(isNegated: false) is not { } branch
            || Out() is not { } found
            || Only(branch.Statement) is not { } act
            || Stored(act) is not { } value
            || !Delegates.IsHarmlessUnderLock(value, _finding)
            || IsUsedAfter(branch, found))
        {
            return null;
        }

        var update = Lambda(found, value);
        if (branch.Else is null)
        {
            return Replace(branch, ExpressionStatement(_facade.Dot("Update").Call(_key.AsArgument(), update)));
        }

        return Only(branch.Else.Statement) is { } add && Stored(add) is { } added && added.IsRepeatable()
            ? Replace(branch, ExpressionStatement(_facade.Dot("AddOrUpdate").Call(_key.AsArgument(), added.AsArgument(), update)))
            : null;
    }

    /// <summary><c>map[key] = map.GetValueOrDefault(key) + 1;</c>, of numbers, whose default is nothing to add to.</summary>
    private (SyntaxNode, string, Func<SyntaxNode>)? ToAddOrUpdate() =>
        Method == "GetValueOrDefault"
        && _check.ArgumentList.Arguments.Count == 1
        && _acts is { Length: 1 }
        && _acts[0].Parent is ExpressionStatementSyntax
        && Stored(_acts[0]) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Right: var added } sum
        && sum.Left == _check
        && added.IsRepeatable()
        && _finding.Model.GetTypeInfo(sum).Type?.SpecialType is >= SpecialType.System_Int32 and <= SpecialType.System_Double
            ? Replace(_acts[0], _facade.Dot("AddOrUpdate").Call(_key.AsArgument(), added.AsArgument(), Lambda(Unused(), BinaryExpression(SyntaxKind.AddExpression, IdentifierName(Unused()), added.WithoutTrivia()))))
            : null;

    /// <summary><c>if (map.ContainsKey(key)) Use(map[key]);</c> and <c>map.ContainsKey(key) ? map[key] : …</c></summary>
    private (SyntaxNode, string, Func<SyntaxNode>)? ToTryGetValue()
    {
        SyntaxNode? whole = Condition(isNegated: false) ?? (SyntaxNode?)(_check.Parent as ConditionalExpressionSyntax);
        if (Method != "ContainsKey"
            || whole is null
            || _acts.Any(act => act is not ElementAccessExpressionSyntax || !whole.Span.Contains(act.Span))
            || whole.DescendantNodes().Count(node => node.IsEquivalentTo(_facade, topLevel: false)) != _acts.Length + 1)
        {
            return null;
        }

        var local = LocalOf(_acts[0], whole);
        var found = local?.Declaration.Variables[0].Identifier.ValueText ?? Unused();
        SyntaxNode Change()
        {
            var value = Argument(DeclarationExpression(IdentifierName("var").WithTrailingTrivia(Space), SingleVariableDesignation(Identifier(found)))).WithRefKindKeyword(Token(SyntaxKind.OutKeyword).WithTrailingTrivia(Space));
            var tracked = local is null ? whole.TrackNodes(_acts.Append<SyntaxNode>(_check)) : whole.TrackNodes(_acts.Append<SyntaxNode>(_check).Append(local));
            tracked = tracked.ReplaceNode(tracked.GetCurrentNode(_check)!, _facade.Dot("TryGetValue").Call(_key.AsArgument(), value).WithTriviaFrom(_check));
            foreach (var act in _acts)
            {
                tracked = tracked.ReplaceNode(tracked.GetCurrentNode(act)!, IdentifierName(found).WithTriviaFrom(act));
            }

            return local is null ? tracked : tracked.RemoveNode(tracked.GetCurrentNode(local)!, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
        }

        return (whole, "Use 'TryGetValue', which does both at once", () => Change().WithAdditionalAnnotations(Formatter.Annotation));
    }

    /// <summary><c>if (map.TryGetValue(key, out var value)) { …; map.Remove(key); }</c></summary>
    private (SyntaxNode, string, Func<SyntaxNode>)? ToRemove()
    {
        if (Method != "TryGetValue"
            || Condition(isNegated: false) is not { Else: null, Statement: BlockSyntax body } branch
            || _acts is not { Length: 1 }
            || _acts[0].Parent is not ExpressionStatementSyntax removal
            || removal.Parent != body
            || branch.DescendantNodes().Count(node => node.IsEquivalentTo(_facade, topLevel: false)) != 2)
        {
            return null;
        }

        return (branch, "Remove it first, and use what was removed", () =>
        {
            var tracked = branch.TrackNodes(_check, removal);
            tracked = tracked.RemoveNode(tracked.GetCurrentNode(removal)!, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
            var check = tracked.GetCurrentNode(_check)!;
            return tracked.ReplaceNode(check, check.WithExpression(_facade.Dot("Remove"))).WithAdditionalAnnotations(Formatter.Annotation);
        }
        );
    }

    /// <summary>The statement whose whole condition is the check, or its opposite.</summary>
    private IfStatementSyntax? Condition(bool isNegated) => isNegated
        ? _check.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Parent: IfStatementSyntax negated } ? negated : null
        : _check.Parent as IfStatementSyntax;

    private static ExpressionSyntax? Only(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements.Count: 1 } block => Only(block.Statements[0]),
        ExpressionStatementSyntax { Expression: var expression } => expression,
        _ => null,
    };

    /// <summary>The value that an act stores under the key of the check: by <c>Add</c>, <c>Set</c>, <c>TryAdd</c> or an assignment.</summary>
    private ExpressionSyntax? Stored(ExpressionSyntax act) => act switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "Set" or "TryAdd", Expression: var facade }, ArgumentList.Arguments: { Count: 2 } arguments }
            when IsSame(facade, _facade) && IsSame(arguments[0].Expression, _key) => arguments[1].Expression,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: ElementAccessExpressionSyntax element, Right: var value }
            when IsSame(element.Expression, _facade) && IsSame(element.ArgumentList.Arguments[0].Expression, _key) => value,
        _ => null,
    };

    /// <summary>The value that is made for a missing key, stored and kept.</summary>
    private ExpressionSyntax? Made(StatementSyntax statement, string found)
    {
        if (Only(statement) is { } act)
        {
            return Stored(act) is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax kept, Right: var made } && kept.Identifier.ValueText == found ? made : null;
        }

        return statement is BlockSyntax { Statements.Count: 2 } block
            && block.Statements[0] is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax first, Right: var value } }
            && first.Identifier.ValueText == found
            && Only(block.Statements[1]) is { } second
            && Stored(second) is IdentifierNameSyntax stored
            && stored.Identifier.ValueText == found
                ? value
                : null;
    }

    /// <summary>A value that costs nothing is given as it is; any other is made by a factory, which runs only for a missing key, as before.</summary>
    private InvocationExpressionSyntax? Adding(string method, ExpressionSyntax value) =>
        value.IsRepeatable() ? _facade.Dot(method).Call(_key.AsArgument(), value.AsArgument())
        : Delegates.CanBeLambda(value, _finding) ? _facade.Dot("GetOrAdd").Call(_key.AsArgument(), Lambda(parameter: null, value))
        : null;

    private static ArgumentSyntax Lambda(string? parameter, ExpressionSyntax body)
    {
        var lambda = parameter is null
            ? (LambdaExpressionSyntax)SimpleLambdaExpression(Parameter(Identifier("_")), body.WithoutTrivia())
            : ParenthesizedLambdaExpression(ParameterList(SeparatedList([Parameter(Identifier("_")), Parameter(Identifier(parameter))])), body.WithoutTrivia());
        return Argument(lambda);
    }

    /// <summary>The name that the check gives to what it found.</summary>
    private string? Out() => _check.ArgumentList.Arguments[1].Expression switch
    {
        DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax name } => name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The declaration of a local that only gives a name to the act, and is no longer needed.</summary>
    private LocalDeclarationStatementSyntax? LocalOf(ExpressionSyntax act, SyntaxNode whole) =>
        _acts.Length == 1
        && act.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Type.IsVar: true, Parent: LocalDeclarationStatementSyntax local } } }
        && local.Parent is BlockSyntax body
        && (whole as IfStatementSyntax)?.Statement == body
        && body.Statements[0] == local
            ? local
            : null;

    private static bool IsUsedAfter(IfStatementSyntax branch, string name) =>
        branch.Parent!.DescendantTokens().Any(token => token.SpanStart > branch.Span.End && token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    private string Unused() => LocalNames.Unused(_check, "value");

    private static bool IsSame(SyntaxNode one, SyntaxNode other) => one.IsEquivalentTo(other, topLevel: false);

    /// <summary>Not where a comment would go with the old text.</summary>
    private static (SyntaxNode, string, Func<SyntaxNode>)? Replace(SyntaxNode node, SyntaxNode replacement)
    {
        if (node.DescendantTrivia().Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia) && node.Span.Contains(trivia.Span)))
        {
            return null;
        }

        var call = replacement.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().First();
        return (node, $"Use '{((MemberAccessExpressionSyntax)call.Expression).Name}', which does both at once", () =>
            replacement.WithTriviaFrom(node).WithAdditionalAnnotations(Formatter.Annotation));
    }
}

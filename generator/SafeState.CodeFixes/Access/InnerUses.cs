using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes.Access;

/// <summary>What code does with a collection that is inside another, at any depth: changes it, reads it, or something that no view can do.</summary>
internal sealed class InnerUses(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>Whether an inner collection is changed there, or only read; null if it is used for something that views cannot do.</summary>
    public bool? ChangeOf(ExpressionSyntax collection)
    {
        if (collection.EnclosingFunction() is AnonymousFunctionExpressionSyntax || model.GetTypeInfo(collection, cancellationToken).Type is not { } type || CollectionKinds.Find(type) is not { } kind)
        {
            return null;
        }

        if (FillingOf(collection) is { } filling && filling.Statement.Span.Contains(collection.Span) && AsFilling(filling) is not null)
        {
            // It goes with what fills it, and is judged there.
            return true;
        }

        var isNested = ((INamedTypeSymbol)type).TypeArguments.Any(HolderSymbols.IsCollection);
        return collection.Parent switch
        {
            CommonForEachStatementSyntax { AwaitKeyword.RawKind: 0 } loop when loop.Expression == collection => isNested ? ChangeInLoop(loop) : false,
            ElementAccessExpressionSyntax element when element.Expression == collection && !IsCountedFromEnd(element) => ChangeOfElement(element),
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == collection && call.Expression == access => isNested ? ChangeByCallOnNested(call, access.Name.Identifier.ValueText) : ChangeByCall(call, kind),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count", Parent: not InvocationExpressionSyntax } access when access.Expression == collection => false,
            _ => null,
        };
    }

    /// <summary><c>map.TryGetValue(key, out var items)</c>, by the uses of the name.</summary>
    public bool? ChangeOfFound(InvocationExpressionSyntax find) =>
        find.ArgumentList.Arguments[1].Expression is DeclarationExpressionSyntax { Type.IsVar: true, Designation: SingleVariableDesignationSyntax name }
            ? All(UsesAfter(find, name.Identifier.ValueText))
            : null;

    /// <summary>A loop over a map of collections, by the uses of the values that it gives.</summary>
    public bool? ChangeInLoop(CommonForEachStatementSyntax loop) => loop switch
    {
        ForEachVariableStatementSyntax { Variable: DeclarationExpressionSyntax { Type.IsVar: true, Designation: ParenthesizedVariableDesignationSyntax { Variables: { Count: 2 } parts } } } =>
            parts[1] switch
            {
                SingleVariableDesignationSyntax value => ChangeOfName(loop.Statement, value.Identifier.ValueText),
                DiscardDesignationSyntax => false,
                _ => null,
            },
        ForEachStatementSyntax { Type.IsVar: true } each => CollectionKinds.Find(model.GetTypeInfo(each.Expression, cancellationToken).Type!) is CollectionKind.Dictionary or CollectionKind.SortedDictionary
            ? ChangeOfPair(each)
            : ChangeOfName(each.Statement, each.Identifier.ValueText),
        _ => null,
    };

    /// <summary>All uses of a name in some code.</summary>
    public bool? ChangeOfName(SyntaxNode code, string name) => All(code.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name));

    /// <summary>The uses of what <see cref="AsFilling"/> makes, after it.</summary>
    public bool? ChangeOfMade(IfStatementSyntax branch, IdentifierNameSyntax made) => All(UsesAfter(branch, made.Identifier.ValueText));

    /// <summary>
    /// The parts of <c>if (!map.TryGetValue(key, out var items)) { items = new(); map[key] = items; }</c>: the look-up, and the name of what it makes.
    /// </summary>
    public (InvocationExpressionSyntax Find, IdentifierNameSyntax Made)? AsFilling(IfStatementSyntax branch) =>
        branch is
        {
            Else: null,
            Parent: BlockSyntax,
            Condition: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetValue" } check } find },
            Statement: BlockSyntax { Statements: { Count: 2 } statements },
        }
        && find.ArgumentList.Arguments is { Count: 2 } arguments
        && arguments[1].Expression is DeclarationExpressionSyntax { Type.IsVar: true, Designation: SingleVariableDesignationSyntax name }
        && statements[0] is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax made, Right: var value } }
        && made.Identifier.ValueText == name.Identifier.ValueText
        && IsEmpty(value)
        && (statements[1] as ExpressionStatementSyntax)?.Expression is { } store
        && IsStored(store, check.Expression, arguments[0].Expression, made)
            ? (find, made)
            : null;

    /// <summary>Those that fill what another one made, and so on.</summary>
    public IEnumerable<(IfStatementSyntax Branch, InvocationExpressionSyntax Find, IdentifierNameSyntax Made, ExpressionSyntax Map)> FillingsAfter(IfStatementSyntax branch, IdentifierNameSyntax made)
    {
        foreach (var use in UsesAfter(branch, made.Identifier.ValueText))
        {
            if (FillingOf(use) is { } next && AsFilling(next) is var (find, inner) && find.Span.Contains(use.Span))
            {
                yield return (next, find, inner, use);
                foreach (var further in FillingsAfter(next, inner))
                {
                    yield return further;
                }
            }
        }
    }

    public bool IsEmpty(ExpressionSyntax value) => value is BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList: null or { Arguments.Count: 0 } } or CollectionExpressionSyntax { Elements.Count: 0 }
        && model.GetTypeInfo(value, cancellationToken).ConvertedType is { } type
        && CollectionKinds.Find(type) is not null;

    /// <summary>Whether an index is one that views do not have, <c>[^1]</c>.</summary>
    public bool IsCountedFromEnd(ElementAccessExpressionSyntax element) =>
        model.GetTypeInfo(element.ArgumentList.Arguments[0].Expression, cancellationToken).ConvertedType is { Name: "Index" or "Range", ContainingNamespace.Name: "System" };

    private bool? ChangeOfElement(ElementAccessExpressionSyntax element) =>
        model.GetTypeInfo(element, cancellationToken).Type is { } value && HolderSymbols.IsCollection(value) ? ChangeOf(element)
        : Expressions.ChangeOf(element) is not null || element.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax ? null
        : false;

    private bool? ChangeByCall(InvocationExpressionSyntax call, CollectionKind kind)
    {
        var count = call.ArgumentList.Arguments.Count;
        return model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { ReducedFrom: null } method ? null
            : Operations.IsRead(kind, method.Name, count) ? false
            : Operations.IsWrite(kind, method.Name, count) ? true
            : null;
    }

    private bool? ChangeByCallOnNested(InvocationExpressionSyntax call, string method) => (method, call.ArgumentList.Arguments.Count) switch
    {
        ("ContainsKey", 1) => false,
        ("Remove", 1) or ("Clear", 0) => true,
        ("TryGetValue", 2) when FillingOf(call) is { } branch && AsFilling(branch) is var (find, made) && find == call => ChangeOfMade(branch, made) is null ? null : true,
        ("TryGetValue", 2) => ChangeOfFound(call),
        ("Add" or "TryAdd", 2) when IsEmpty(call.ArgumentList.Arguments[1].Expression) => true,
        _ => null,
    };

    private bool? ChangeOfPair(ForEachStatementSyntax loop)
    {
        var uses = loop.Statement.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == loop.Identifier.ValueText).ToArray();
        return uses.All(use => use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Key" or "Value" } member && member.Expression == use && use.EnclosingFunction() is not AnonymousFunctionExpressionSyntax)
            ? All(uses.Select(use => (MemberAccessExpressionSyntax)use.Parent!).Where(member => member.Name.Identifier.ValueText == "Value"))
            : null;
    }

    /// <summary>Null if one of them is something that views cannot do; true if one changes something.</summary>
    private bool? All(IEnumerable<ExpressionSyntax> uses)
    {
        var changes = uses.Select(ChangeOf).ToArray();
        return changes.Any(change => change is null) ? null : changes.Any(change => change == true);
    }

    private static IfStatementSyntax? FillingOf(SyntaxNode node) => node.Ancestors().OfType<IfStatementSyntax>().FirstOrDefault();

    /// <summary>The uses of a name in the block of the place that gives it, apart from that place's own condition or body.</summary>
    private static IEnumerable<IdentifierNameSyntax> UsesAfter(SyntaxNode place, string name)
    {
        var statement = place.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or ArrowExpressionClauseSyntax or MemberDeclarationSyntax)!;
        return (statement is StatementSyntax ? statement.Parent! : statement).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == name && use.SpanStart > place.SpanStart && !(place is IfStatementSyntax && place.Span.Contains(use.Span)));
    }

    private static bool IsStored(ExpressionSyntax store, ExpressionSyntax map, ExpressionSyntax key, IdentifierNameSyntax value) => store switch
    {
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element, Right: IdentifierNameSyntax stored } =>
            element.Expression.IsEquivalentTo(map, topLevel: false) && element.ArgumentList.Arguments[0].Expression.IsEquivalentTo(key, topLevel: false) && stored.Identifier.ValueText == value.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd" } add, ArgumentList.Arguments: { Count: 2 } arguments } =>
            add.Expression.IsEquivalentTo(map, topLevel: false) && arguments[0].Expression.IsEquivalentTo(key, topLevel: false) && arguments[1].Expression is IdentifierNameSyntax stored && stored.Identifier.ValueText == value.Identifier.ValueText,
        _ => false,
    };
}

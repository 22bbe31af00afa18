using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Access;

/// <summary>How uses of a map of collections are said: what is inside is read from a snapshot, and changed in place through a view.</summary>
/// <remarks>
/// An inner collection that gets a name is followed as long as it is used for what its view can do; one that goes elsewhere has no wording,
/// because what is handed out now is a snapshot, and what is taken in is copied.
/// </remarks>
internal sealed class NestedWordings(SemanticModel model, CancellationToken cancellationToken)
{
    public Wording? Of(Touch touch)
    {
        if (touch.Kind is not (CollectionKind.Dictionary or CollectionKind.SortedDictionary)
            || ((INamedTypeSymbol)touch.Field.Type).TypeArguments[1] is not INamedTypeSymbol inner
            || CollectionKinds.Find(inner) is not { } kind
            || inner.TypeArguments.Any(HolderSymbols.IsCollection))
        {
            return null;
        }

        return touch.Target.Parent switch
        {
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == touch.Target && call.Expression == access => OfCall(touch, access, call, kind),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" } access when access.Expression == touch.Target => Wording.Read(touch.Target),
            ElementAccessExpressionSyntax element when element.Expression == touch.Target => OfElement(touch, element, kind),
            _ => null,
        };
    }

    private Wording? OfCall(Touch touch, MemberAccessExpressionSyntax access, InvocationExpressionSyntax call, CollectionKind inner) => (access.Name.Identifier.ValueText, call.ArgumentList.Arguments.Count) switch
    {
        ("ContainsKey", 1) => Wording.Read(touch.Target),
        ("Remove", 1) or ("Clear", 0) => Wording.Write(touch.Target),
        ("Add" or "TryAdd", 2) => Filling(call) is { } filling ? filling : IsEmpty(call.ArgumentList.Arguments[1].Expression) ? InScope(touch.Target) : null,
        ("TryGetValue", 2) => Filling(call) ?? OfFound(touch, call, inner),
        _ => null,
    };

    private Wording? OfElement(Touch touch, ElementAccessExpressionSyntax element, CollectionKind inner) => element.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Left == element => Filling(assignment),
        CommonForEachStatementSyntax { AwaitKeyword.RawKind: 0 } loop when loop.Expression == element => Wording.Read(touch.Target),
        _ => IsChange(element, inner) switch
        {
            true => InScope(touch.Target),
            false => Wording.Read(touch.Target),
            null => null,
        },
    };

    /// <summary><c>if (map.TryGetValue(key, out var items))</c>, where the name is used for what views can do.</summary>
    private Wording? OfFound(Touch touch, InvocationExpressionSyntax call, CollectionKind inner)
    {
        if (call.ArgumentList.Arguments[1].Expression is not DeclarationExpressionSyntax { Type.IsVar: true, Designation: SingleVariableDesignationSyntax name })
        {
            return null;
        }

        var changes = Uses(call, name.Identifier.ValueText).Select(use => IsChange(use, inner)).ToArray();
        return changes.Any(change => change is null) ? null
            : changes.Any(change => change == true) ? InScope(touch.Target)
            : Wording.Read(touch.Target) with { Facade = null };
    }

    /// <summary>
    /// <c>if (!map.TryGetValue(key, out var items)) { items = new(); map[key] = items; }</c>, which an editor does in one word. Both touches
    /// in it are said by that.
    /// </summary>
    private Wording? Filling(ExpressionSyntax part)
    {
        if (part.Ancestors().OfType<IfStatementSyntax>().FirstOrDefault() is not
            {
                Else: null,
                Parent: BlockSyntax,
                Condition: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetValue" } check } find },
                Statement: BlockSyntax { Statements: { Count: 2 } statements },
            } branch
            || find.ArgumentList.Arguments[1].Expression is not DeclarationExpressionSyntax { Type.IsVar: true, Designation: SingleVariableDesignationSyntax name }
            || statements[0] is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax made, Right: var value } }
            || made.Identifier.ValueText != name.Identifier.ValueText
            || !IsEmpty(value)
            || (statements[1] as ExpressionStatementSyntax)?.Expression is not { } store
            || !IsStored(store, check.Expression, find.ArgumentList.Arguments[0].Expression, made)
            || model.GetTypeInfo(made, cancellationToken).Type is not { } type
            || CollectionKinds.Find(type) is not { } inner
            || Uses(branch, made.Identifier.ValueText).Any(use => IsChange(use, inner) is null))
        {
            return null;
        }

        return new Wording(branch, IsWrite: true)
        {
            View = (current, state) => LocalDeclarationStatement(VariableDeclaration(
                    IdentifierName("var"),
                    SingletonSeparatedList(VariableDeclarator(made.Identifier.ValueText).WithInitializer(EqualsValueClause(state.Dot("GetOrAdd").Call(find.ArgumentList.Arguments[0]))))))
                .WithTriviaFrom(current)
                .WithAdditionalAnnotations(Formatter.Annotation),
        };
    }

    private static bool IsStored(ExpressionSyntax store, ExpressionSyntax map, ExpressionSyntax key, IdentifierNameSyntax value) => store switch
    {
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element, Right: IdentifierNameSyntax stored } =>
            element.Expression.IsEquivalentTo(map, topLevel: false) && element.ArgumentList.Arguments[0].Expression.IsEquivalentTo(key, topLevel: false) && stored.Identifier.ValueText == value.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd" } add, ArgumentList.Arguments: { Count: 2 } arguments } =>
            add.Expression.IsEquivalentTo(map, topLevel: false) && arguments[0].Expression.IsEquivalentTo(key, topLevel: false) && arguments[1].Expression is IdentifierNameSyntax stored && stored.Identifier.ValueText == value.Identifier.ValueText,
        _ => false,
    };

    /// <summary>The uses of a name in the block of the place that gives it, apart from that place's own condition or body.</summary>
    private static IEnumerable<IdentifierNameSyntax> Uses(SyntaxNode place, string name)
    {
        var statement = place.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or ArrowExpressionClauseSyntax or MemberDeclarationSyntax)!;
        return (statement is StatementSyntax ? statement.Parent! : statement).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == name && use.SpanStart > place.SpanStart && !(place is IfStatementSyntax && place.Span.Contains(use.Span)));
    }

    /// <summary>Whether an inner collection is changed there, or only read; null if it is used for something that views cannot do.</summary>
    private bool? IsChange(ExpressionSyntax collection, CollectionKind kind)
    {
        if (collection.EnclosingFunction() is AnonymousFunctionExpressionSyntax)
        {
            return null;
        }

        return collection.Parent switch
        {
            CommonForEachStatementSyntax { AwaitKeyword.RawKind: 0 } loop when loop.Expression == collection => false,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == collection && call.Expression == access && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { ReducedFrom: null } method =>
                Operations.IsRead(kind, method.Name, call.ArgumentList.Arguments.Count) ? false
                : Operations.IsWrite(kind, method.Name, call.ArgumentList.Arguments.Count) ? true
                : null,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count", Parent: not InvocationExpressionSyntax } access when access.Expression == collection => false,
            _ => null,
        };
    }

    private bool IsEmpty(ExpressionSyntax value) => value is BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList: null or { Arguments.Count: 0 } } or CollectionExpressionSyntax { Elements.Count: 0 }
        && model.GetTypeInfo(value, cancellationToken).ConvertedType is { } type
        && CollectionKinds.Find(type) is not null;

    private static Wording InScope(ExpressionSyntax target) => new(target, IsWrite: true) { View = Wording.Rename };
}

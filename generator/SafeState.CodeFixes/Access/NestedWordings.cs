using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Access;

/// <summary>How uses of a map of collections are said: what is inside is read from a snapshot, and changed in place through a view.</summary>
/// <remarks>
/// An inner collection that gets a name is followed as long as it is used for what its view can do; one that goes elsewhere has no wording,
/// because what is handed out now is a snapshot, and what is taken in is copied.
/// </remarks>
internal sealed class NestedWordings(SemanticModel model, CancellationToken cancellationToken)
{
    private readonly InnerUses _uses = new(model, cancellationToken);

    public Wording? Of(Touch touch)
    {
        if (touch.Kind is not (CollectionKind.Dictionary or CollectionKind.SortedDictionary) || CollectionKinds.Find(((INamedTypeSymbol)touch.Field.Type).TypeArguments[1]) is null)
        {
            return null;
        }

        return touch.Target.Parent switch
        {
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == touch.Target && call.Expression == access => OfCall(touch, access, call),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" } access when access.Expression == touch.Target => Wording.Read(touch.Target),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Keys" or "Values" } access when access.Expression == touch.Target && access.Parent is ForEachStatementSyntax { AwaitKeyword.RawKind: 0 } loop && loop.Expression == access =>
                OfItems(touch, access, loop),
            ElementAccessExpressionSyntax element when element.Expression == touch.Target => OfElement(touch, element),
            CommonForEachStatementSyntax { AwaitKeyword.RawKind: 0 } loop when loop.Expression == touch.Target => OfUse(touch, _uses.ChangeInLoop(loop), isElement: true),
            _ => null,
        };
    }

    private Wording? OfCall(Touch touch, MemberAccessExpressionSyntax access, InvocationExpressionSyntax call) => (access.Name.Identifier.ValueText, call.ArgumentList.Arguments.Count) switch
    {
        ("ContainsKey", 1) => Wording.Read(touch.Target),
        ("Remove", 1) or ("Clear", 0) => Wording.Write(touch.Target),
        ("Add" or "TryAdd", 2) => Filling(call) is { } filling ? filling : _uses.IsEmpty(call.ArgumentList.Arguments[1].Expression) ? InScope(touch.Target) : null,
        ("TryGetValue", 2) => Filling(call) ?? OfUse(touch, _uses.ChangeOfFound(call), isElement: false),
        _ => null,
    };

    private Wording? OfElement(Touch touch, ElementAccessExpressionSyntax element) => element.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Left == element => Filling(assignment),
        _ => OfInnerElement(touch, element) ?? OfUse(touch, _uses.ChangeOf(element), isElement: true),
    };

    /// <summary>Something is done with what is inside: read from a snapshot, or changed in a scope, as is what was found under a name.</summary>
    private static Wording? OfUse(Touch touch, bool? isChange, bool isElement) => isChange switch
    {
        null => null,
        true => InScope(touch.Target),
        false => isElement ? Wording.Read(touch.Target) : Wording.Read(touch.Target) with { Facade = null },
    };

    private Wording? OfItems(Touch touch, MemberAccessExpressionSyntax items, ForEachStatementSyntax loop)
    {
        var wording = new CollectionWordings(model, cancellationToken).OfLoop(touch, items, loop);
        return items.Name.Identifier.ValueText == "Keys" ? wording
            : !loop.Type.IsVar ? null
            : _uses.ChangeOfName(loop.Statement, loop.Identifier.ValueText) switch
            {
                null => null,
                true => wording with { IsWrite = true, Facade = null, Image = null },
                false => wording,
            };
    }

    /// <summary><c>_m[a][b] = value;</c>, where a view has <c>Set</c>.</summary>
    private Wording? OfInnerElement(Touch touch, ElementAccessExpressionSyntax element)
    {
        var inner = element;
        while (inner.Parent is ElementAccessExpressionSyntax outer && outer.Expression == inner)
        {
            inner = outer;
        }

        return inner != element
            && inner.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            && assignment.Left == inner
            && assignment.IsStatement(model, cancellationToken)
            && model.GetTypeInfo(inner, cancellationToken).Type is { } value
            && !HolderSymbols.IsCollection(value)
            && !_uses.IsCountedFromEnd(inner)
                ? new Wording(assignment, IsWrite: true)
                {
                    View = (current, state) =>
                    {
                        var set = (AssignmentExpressionSyntax)current;
                        var last = (ElementAccessExpressionSyntax)set.Left;
                        return WithRoot(last.Expression, state).Dot("Set").Call(last.ArgumentList.Arguments[0].WithoutTrivia(), set.Right.AsArgument()).WithTriviaFrom(current);
                    },
                }
                : null;
    }

    private static ExpressionSyntax WithRoot(ExpressionSyntax element, ExpressionSyntax root) =>
        element is ElementAccessExpressionSyntax access ? access.WithExpression(WithRoot(access.Expression, root)) : root.WithoutTrivia();

    /// <summary>
    /// <c>if (!map.TryGetValue(key, out var items)) { items = new(); map[key] = items; }</c>, which an editor does in one word. Both touches
    /// in it are said by that.
    /// </summary>
    private Wording? Filling(ExpressionSyntax part) =>
        part.Ancestors().OfType<IfStatementSyntax>().FirstOrDefault() is { } branch && _uses.AsFilling(branch) is var (find, made) && _uses.ChangeOfMade(branch, made) is not null
            ? new Wording(branch, IsWrite: true)
            {
                View = (current, state) => Made(current, made, state, find),
                Also = [.. _uses.FillingsAfter(branch, made).Select(one => ((SyntaxNode)one.Branch, (Func<SyntaxNode, SyntaxNode>)(current => Made(current, one.Made, one.Map, one.Find))))],
            }
            : null;

    private static SyntaxNode Made(SyntaxNode current, IdentifierNameSyntax made, ExpressionSyntax map, InvocationExpressionSyntax find) =>
        LocalDeclarationStatement(VariableDeclaration(
                IdentifierName("var"),
                SingletonSeparatedList(VariableDeclarator(made.Identifier.ValueText).WithInitializer(EqualsValueClause(map.Dot("GetOrAdd").Call(find.ArgumentList.Arguments[0]))))))
            .WithTriviaFrom(current)
            .WithAdditionalAnnotations(Formatter.Annotation);

    private static Wording InScope(ExpressionSyntax target) => new(target, IsWrite: true) { View = Wording.Rename };
}

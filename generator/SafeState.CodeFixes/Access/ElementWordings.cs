using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Access;

/// <summary>How an element, <c>_m[k]</c>, is read and set.</summary>
internal sealed class ElementWordings(SemanticModel model, CancellationToken cancellationToken)
{
    public Wording? Of(Touch touch, ElementAccessExpressionSyntax element)
    {
        var index = element.ArgumentList.Arguments[0].Expression;
        // '[^1]' asks a facade for its count first: two steps.
        if (model.GetTypeInfo(index, cancellationToken).ConvertedType is { Name: "Index" or "Range", ContainingNamespace.Name: "System" })
        {
            return null;
        }

        if (Expressions.ChangeOf(element) is not { } change)
        {
            // An element that is handed out by reference, or changed as a struct, is the raw one.
            return element.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax ? null : Wording.Read(touch.Target);
        }

        return change.IsKind(SyntaxKind.SimpleAssignmentExpression)
            ? OfAssignment(touch, (AssignmentExpressionSyntax)change)
            : OfUpdate(touch, element, index, change);
    }

    /// <summary>A <c>ref</c> struct's indexer cannot be assigned through a property: a view has <c>Set</c>.</summary>
    private Wording OfAssignment(Touch touch, AssignmentExpressionSyntax assignment) => new(assignment, IsWrite: true)
    {
        Facade = (current, state) =>
        {
            var set = (AssignmentExpressionSyntax)current;
            return set.WithLeft(((ElementAccessExpressionSyntax)set.Left).WithExpression(state.WithTriviaFrom(touch.Target)));
        },
        View = !assignment.IsStatement(model, cancellationToken) ? null : (current, state) =>
        {
            var set = (AssignmentExpressionSyntax)current;
            return Set(state, Index(set.Left), set.Right).WithTriviaFrom(current);
        },
    };

    /// <summary>
    /// Read, change, write: a facade would do it in two steps, between which others could change the element, so only a view can say it.
    /// Numbers that arithmetic makes larger than they are would need a cast that the operator hides.
    /// </summary>
    private Wording? OfUpdate(Touch touch, ElementAccessExpressionSyntax element, ExpressionSyntax index, ExpressionSyntax change)
    {
        var isNarrow = model.GetTypeInfo(element, cancellationToken).Type?.SpecialType
            is >= SpecialType.System_Char and <= SpecialType.System_UInt16;
        if (Expressions.OperatorOf(change) is not { } operation || isNarrow || !index.IsRepeatable() || !change.IsStatement(model, cancellationToken))
        {
            return null;
        }

        return new Wording(change, IsWrite: true)
        {
            View = (current, state) =>
            {
                var key = Index(current.ChildNodes().First());
                var before = ElementAccessExpression(state.WithoutTrivia(), BracketedArgumentList(SingletonSeparatedList(key)));
                var operand = current is AssignmentExpressionSyntax { Right: var right }
                    ? right.InParentheses()
                    : (ExpressionSyntax)LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(1));
                return Set(state, key, BinaryExpression(operation, before, operand)).WithTriviaFrom(current);
            },
        };
    }

    private static ArgumentSyntax Index(SyntaxNode element) => ((ElementAccessExpressionSyntax)element).ArgumentList.Arguments[0].WithoutTrivia();

    private static InvocationExpressionSyntax Set(ExpressionSyntax state, ArgumentSyntax index, ExpressionSyntax value) =>
        state.Dot("Set").Call(index, value.AsArgument());
}

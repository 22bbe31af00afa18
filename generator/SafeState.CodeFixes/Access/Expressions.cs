using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Access;

/// <summary>Builds the expressions that fixes write, and answers questions about those they find.</summary>
internal static class Expressions
{
    public static MemberAccessExpressionSyntax Dot(this ExpressionSyntax receiver, string member) =>
        MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver.WithoutTrivia(), IdentifierName(member));

    public static InvocationExpressionSyntax Call(this ExpressionSyntax method, params ArgumentSyntax[] arguments) =>
        InvocationExpression(method, ArgumentList(SeparatedList(arguments))).WithAdditionalAnnotations(Formatter.Annotation);

    public static ArgumentSyntax AsArgument(this ExpressionSyntax value) => Argument(value.WithoutTrivia());

    /// <summary>In parentheses that go away where nobody needs them.</summary>
    public static ParenthesizedExpressionSyntax InParentheses(this ExpressionSyntax expression) =>
        ParenthesizedExpression(expression.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>Whether the value of the expression is used by nobody.</summary>
    public static bool IsStatement(this ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) => expression.Parent switch
    {
        ExpressionStatementSyntax or ForStatementSyntax => true,
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow =>
            model.GetDeclaredSymbol(arrow.Parent!, cancellationToken) is IMethodSymbol { ReturnsVoid: true },
        ArrowExpressionClauseSyntax { Parent: AccessorDeclarationSyntax accessor } => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration),
        LambdaExpressionSyntax lambda => model.GetSymbolInfo(lambda, cancellationToken).Symbol is IMethodSymbol { ReturnsVoid: true },
        _ => false,
    };

    /// <summary>Whether evaluating the expression twice is the same as once.</summary>
    public static bool IsRepeatable(this ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or LiteralExpressionSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => access.Expression.IsRepeatable(),
        ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression.IsRepeatable(),
        _ => false,
    };

    /// <summary>The operator of a compound assignment, or null: <c>+</c> of <c>+=</c> and <c>++</c>.</summary>
    public static SyntaxKind? OperatorOf(ExpressionSyntax change) => change.Kind() switch
    {
        SyntaxKind.AddAssignmentExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PreIncrementExpression => SyntaxKind.AddExpression,
        SyntaxKind.SubtractAssignmentExpression or SyntaxKind.PostDecrementExpression or SyntaxKind.PreDecrementExpression => SyntaxKind.SubtractExpression,
        SyntaxKind.MultiplyAssignmentExpression => SyntaxKind.MultiplyExpression,
        SyntaxKind.DivideAssignmentExpression => SyntaxKind.DivideExpression,
        SyntaxKind.ModuloAssignmentExpression => SyntaxKind.ModuloExpression,
        SyntaxKind.OrAssignmentExpression => SyntaxKind.BitwiseOrExpression,
        SyntaxKind.AndAssignmentExpression => SyntaxKind.BitwiseAndExpression,
        SyntaxKind.ExclusiveOrAssignmentExpression => SyntaxKind.ExclusiveOrExpression,
        _ => null,
    };

    /// <summary>The expression that changes what <paramref name="target"/> stands for, by an assignment of any kind, <c>++</c> or <c>--</c>; or null.</summary>
    public static ExpressionSyntax? ChangeOf(ExpressionSyntax target) => target.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Left == target && assignment.Parent is not InitializerExpressionSyntax => assignment,
        PostfixUnaryExpressionSyntax postfix when OperatorOf(postfix) is not null => postfix,
        PrefixUnaryExpressionSyntax prefix when OperatorOf(prefix) is not null => prefix,
        _ => null,
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Access;

/// <summary>What is written at the beginning of an extent: it declares the local that stands for the holder's state from there on.</summary>
/// <param name="Local">The local's name.</param>
/// <param name="Value">What it is given: a scope, or a snapshot.</param>
internal sealed record Opening(string Local, InvocationExpressionSyntax Value)
{
    public bool IsScope => Value.Expression is not IdentifierNameSyntax { Identifier.ValueText: GeneratedNames.Snapshot };

    public static InvocationExpressionSyntax Call(string method) => InvocationExpression(IdentifierName(method));

    /// <summary>The call on the instance that a touch is of.</summary>
    public static InvocationExpressionSyntax Call(string method, Touch touch) =>
        touch is { IsOwn: false, Target: MemberAccessExpressionSyntax { Expression: var instance } } ? InvocationExpression(instance.Dot(method)) : Call(method);

    /// <summary><c>using var state = EnterWrite();</c> or <c>var image = Snapshot();</c></summary>
    public LocalDeclarationStatementSyntax ToDeclaration()
    {
        var declaration = LocalDeclarationStatement(ToVariable());
        return IsScope ? declaration.WithUsingKeyword(Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(Space)) : declaration;
    }

    public VariableDeclarationSyntax ToVariable() => VariableDeclaration(
        IdentifierName("var").WithTrailingTrivia(Space),
        SingletonSeparatedList(VariableDeclarator(Identifier(Local).WithTrailingTrivia(Space)).WithInitializer(
            EqualsValueClause(Token(SyntaxKind.EqualsToken).WithTrailingTrivia(Space), Value))));
}

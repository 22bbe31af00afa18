using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Access;

/// <summary>What is written at the beginning of an extent: it declares the local that stands for the holder's state from there on.</summary>
/// <param name="Local">The local's name.</param>
/// <param name="Method">The generated method that gives its value.</param>
internal sealed record Opening(string Local, string Method)
{
    public bool IsScope => Method != GeneratedNames.Snapshot;

    /// <summary><c>using var state = EnterWrite();</c> or <c>var image = Snapshot();</c></summary>
    public LocalDeclarationStatementSyntax ToDeclaration()
    {
        var declaration = LocalDeclarationStatement(ToVariable());
        return IsScope ? declaration.WithUsingKeyword(Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(Space)) : declaration;
    }

    public VariableDeclarationSyntax ToVariable() => VariableDeclaration(
        IdentifierName("var").WithTrailingTrivia(Space),
        SingletonSeparatedList(VariableDeclarator(Local).WithInitializer(EqualsValueClause(InvocationExpression(IdentifierName(Method))).NormalizeWhitespace().WithLeadingTrivia(Space))));
}

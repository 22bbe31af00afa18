using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Access;

/// <summary>Code around which a scope or a snapshot can be put.</summary>
internal abstract class Extent
{
    /// <summary>The node that becomes another.</summary>
    public abstract SyntaxNode Node { get; }

    /// <summary>What runs inside.</summary>
    public abstract IEnumerable<SyntaxNode> Code { get; }

    /// <param name="current">The node, with what other edits have made of its parts.</param>
    /// <param name="opening">What stands at the beginning, or null if nothing is needed but to get rid of a lock.</param>
    public abstract SyntaxNode Wrap(SyntaxNode current, Opening? opening);

    /// <summary>The opening before statements; what stood before the first of them stays there.</summary>
    protected static IEnumerable<StatementSyntax> Open(Opening? opening, IReadOnlyList<StatementSyntax> statements)
    {
        if (opening is null)
        {
            return statements;
        }

        var first = opening.ToDeclaration().WithTrailingTrivia(ElasticLineFeed).WithAdditionalAnnotations(Formatter.Annotation);
        return statements.Count == 0 ? [first] : new[] { first.WithLeadingTrivia(ElasticMarker) }.Concat(statements);
    }

    protected static UsingStatementSyntax Using(Opening opening, StatementSyntax body) => UsingStatement(opening.ToVariable(), expression: null, body)
        .WithUsingKeyword(Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(Space))
        .WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>The names that statements declare for those beside them.</summary>
    protected static IEnumerable<string> Declared(IEnumerable<SyntaxNode> statements) => statements
        .SelectMany(statement => statement.DescendantNodesAndSelf(node => node is not BlockSyntax and not AnonymousFunctionExpressionSyntax))
        .Select(node => node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            _ => "",
        })
        .Where(name => name.Length > 0);
}

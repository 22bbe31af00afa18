using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.CodeFixes.Access;

/// <summary>Finds the place for a scope.</summary>
internal static class ExtentFinder
{
    /// <summary>The smallest code that a scope can be put around and that has all the nodes.</summary>
    public static Extent? Around(IReadOnlyList<SyntaxNode> nodes, SemanticModel model, CancellationToken cancellationToken)
    {
        var common = nodes[0].AncestorsAndSelf().First(ancestor => nodes.All(node => ancestor.Span.Contains(node.Span)));
        if (common.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax) is not { } place)
        {
            return null;
        }

        if (place is ArrowExpressionClauseSyntax arrow)
        {
            return ArrowExtent.IsFor(arrow) && !IsAsync(arrow.Parent!) ? new ArrowExtent(arrow, arrow.Expression.IsStatement(model, cancellationToken)) : null;
        }

        return place switch
        {
            BlockSyntax block => Of(block, block.Statements.Where(statement => nodes.Any(node => statement.Span.Contains(node.Span)))),
            StatementSyntax { Parent: BlockSyntax block } statement => Of(block, [statement]),
            // A declaration in a section of a switch is meant for what follows it.
            StatementSyntax statement and not LocalDeclarationStatementSyntax => new StatementExtent(statement),
            _ => null,
        };
    }

    private static BlockExtent Of(BlockSyntax block, IEnumerable<StatementSyntax> touching)
    {
        var places = touching.Select(block.Statements.IndexOf).ToArray();
        return new BlockExtent(block, places.First(), places.Last());
    }

    public static bool IsAsync(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        _ => false,
    };
}

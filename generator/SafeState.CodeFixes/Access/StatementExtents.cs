using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Access;

/// <summary>Statements of one block, from the first that touches state to the last.</summary>
internal sealed class BlockExtent : Extent
{
    private readonly BlockSyntax _block;
    private readonly int _first;
    private readonly int _last;
    private readonly bool _isToEnd;

    public BlockExtent(BlockSyntax block, int first, int last)
    {
        var rest = block.Statements.Skip(last + 1).ToArray();
        var declared = new HashSet<string>(Declared(block.Statements.Skip(first).Take(last - first + 1)));
        var isNeeded = rest.SelectMany(statement => statement.DescendantTokens()).Any(token => token.IsKind(SyntaxKind.IdentifierToken) && declared.Contains(token.ValueText));
        _block = block;
        _first = first;
        _isToEnd = isNeeded || rest.All(IsPlain);
        _last = _isToEnd ? block.Statements.Count - 1 : last;
    }

    public override SyntaxNode Node => _block;

    public override IEnumerable<SyntaxNode> Code => _block.Statements.Skip(_first).Take(_last - _first + 1);

    public override SyntaxNode Wrap(SyntaxNode current, Opening? opening)
    {
        var block = (BlockSyntax)current;
        var statements = block.Statements.Skip(_first).Take(_last - _first + 1).ToList();
        var leading = statements[0].GetLeadingTrivia();
        IEnumerable<StatementSyntax> wrapped;
        if (_isToEnd || opening is not { IsScope: true })
        {
            var opened = Open(opening, statements).ToList();
            opened[0] = opened[0].WithLeadingTrivia(Indentation(leading));
            wrapped = opened;
        }
        else
        {
            statements[0] = statements[0].WithLeadingTrivia(ElasticMarker);
            wrapped = [Using(opening, Block(statements)).WithLeadingTrivia(leading).WithTrailingTrivia(ElasticLineFeed)];
        }

        return block.WithStatements(List(block.Statements.Take(_first).Concat(wrapped).Concat(block.Statements.Skip(_last + 1))));
    }

    /// <summary>Comments stay with the statement below them.</summary>
    private static SyntaxTriviaList Indentation(SyntaxTriviaList leading) => TriviaList(leading.Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Take(leading.FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia) ? 1 : 0).Append(ElasticMarker));

    /// <summary>Whether it does not matter if the lock is held for it too.</summary>
    private static bool IsPlain(StatementSyntax statement) => statement is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax
        && !statement.DescendantNodes().Any(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax);
}

/// <summary>One statement that stands alone: the branch of an <c>if</c>, say.</summary>
internal sealed class StatementExtent(StatementSyntax statement) : Extent
{
    public override SyntaxNode Node => statement;

    public override IEnumerable<SyntaxNode> Code => [statement];

    public override SyntaxNode Wrap(SyntaxNode current, Opening? opening)
    {
        var body = (StatementSyntax)current;
        var block = body as BlockSyntax ?? Block(body.WithLeadingTrivia(ElasticMarker));
        StatementSyntax wrapped = opening switch
        {
            null => block,
            { IsScope: true } => Using(opening, block),
            _ => Block(Open(opening, block.Statements)),
        };
        return wrapped.WithLeadingTrivia(current.GetLeadingTrivia()).WithTrailingTrivia(ElasticLineFeed).WithAdditionalAnnotations(Formatter.Annotation);
    }
}

/// <summary>The body of a member that is one expression, and becomes a block.</summary>
internal sealed class ArrowExtent(ArrowExpressionClauseSyntax arrow, bool isVoid) : Extent
{
    public override SyntaxNode Node => arrow.Parent!;

    public override IEnumerable<SyntaxNode> Code => [arrow.Expression];

    /// <summary>Whether the member has another form.</summary>
    public static bool IsFor(ArrowExpressionClauseSyntax arrow) =>
        arrow.Parent is MethodDeclarationSyntax or PropertyDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax;

    public override SyntaxNode Wrap(SyntaxNode current, Opening? opening)
    {
        SyntaxNode wrapped = current switch
        {
            MethodDeclarationSyntax method => method.WithBody(Body(method.ExpressionBody!, opening)).WithExpressionBody(null).WithSemicolonToken(default),
            LocalFunctionStatementSyntax function => function.WithBody(Body(function.ExpressionBody!, opening)).WithExpressionBody(null).WithSemicolonToken(default),
            AccessorDeclarationSyntax accessor => accessor.WithBody(Body(accessor.ExpressionBody!, opening)).WithExpressionBody(null).WithSemicolonToken(default),
            PropertyDeclarationSyntax property => property
                .WithAccessorList(AccessorList(SingletonList(AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, Body(property.ExpressionBody!, opening)))))
                .WithExpressionBody(null)
                .WithSemicolonToken(default),
            _ => throw new InvalidOperationException($"A {current.Kind()} has no other form."),
        };
        return wrapped.WithTriviaFrom(current).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private BlockSyntax Body(ArrowExpressionClauseSyntax expression, Opening? opening)
    {
        var value = expression.Expression.WithoutTrivia();
        StatementSyntax statement = value is ThrowExpressionSyntax thrown ? ThrowStatement(thrown.Expression)
            : isVoid ? ExpressionStatement(value)
            : ReturnStatement(Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(Space), value, Token(SyntaxKind.SemicolonToken));
        return Block(Open(opening, [statement])).WithAdditionalAnnotations(Formatter.Annotation);
    }
}

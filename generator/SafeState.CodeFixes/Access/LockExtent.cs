using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Access;

/// <summary>A <c>lock</c> statement, in whose place the scope is put.</summary>
internal sealed class LockExtent : Extent
{
    private readonly LockStatementSyntax _lock;
    private readonly BlockSyntax? _block;

    /// <param name="statement">The lock.</param>
    /// <param name="needsEnd">Whether what takes its place has to end where the lock did.</param>
    public LockExtent(LockStatementSyntax statement, bool needsEnd)
    {
        _lock = statement;
        _block = statement is { Parent: BlockSyntax block, Statement: BlockSyntax body }
            && (IsLast(block) || !needsEnd)
            && block.Statements.OfType<LockStatementSyntax>().Count() == 1
            && !statement.CloseParenToken.TrailingTrivia.Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            && !Clashes(block, body) ? block : null;
    }

    /// <summary>The block around the lock, if the lock's braces can go.</summary>
    public override SyntaxNode Node => _block ?? (SyntaxNode)_lock;

    public override IEnumerable<SyntaxNode> Code => [_lock.Statement];

    public override SyntaxNode Wrap(SyntaxNode current, Opening? opening)
    {
        if (current is not BlockSyntax block)
        {
            return InPlace((LockStatementSyntax)current, opening).WithTriviaFrom(current);
        }

        var statement = block.Statements.OfType<LockStatementSyntax>().Single();
        var body = (BlockSyntax)statement.Statement;
        var opened = Open(opening, [.. body.Statements.Select(inner => inner.WithAdditionalAnnotations(Formatter.Annotation))]).ToList();
        if (opened.Count > 0)
        {
            opened[0] = opened[0].WithLeadingTrivia(statement.GetLeadingTrivia().AddRange(opening is null ? Comments(opened[0].GetLeadingTrivia()) : []));
        }

        return block.WithStatements(block.Statements.ReplaceRange(statement, opened));
    }

    private static StatementSyntax InPlace(LockStatementSyntax statement, Opening? opening) => opening switch
    {
        { IsScope: true } => Using(opening, statement.Statement.WithLeadingTrivia(statement.CloseParenToken.TrailingTrivia.AddRange(statement.Statement.GetLeadingTrivia()))),
        null => statement.Statement,
        _ => Block(Open(opening, statement.Statement is BlockSyntax block ? block.Statements : [statement.Statement])).WithAdditionalAnnotations(Formatter.Annotation),
    };

    private static IEnumerable<SyntaxTrivia> Comments(SyntaxTriviaList trivia) => trivia.Any(one => one.IsKind(SyntaxKind.SingleLineCommentTrivia)) ? trivia : [];

    private bool IsLast(BlockSyntax block) => block.Statements.Last() == _lock;

    /// <summary>Whether names of the lock's block are used beside it for something else.</summary>
    private bool Clashes(BlockSyntax block, BlockSyntax body)
    {
        var inside = new HashSet<string>(Declared(body.Statements));
        return inside.Count > 0 && block.Statements.Where(statement => statement != _lock).SelectMany(statement => statement.DescendantTokens())
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && inside.Contains(token.ValueText));
    }
}

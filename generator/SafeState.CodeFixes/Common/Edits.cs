using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace SafeState.CodeFixes.Common;

/// <summary>Edits of a solution, all told in the nodes of the solution as it was.</summary>
internal sealed class Edits(Solution solution, CancellationToken cancellationToken)
{
    private readonly SolutionEditor _editor = new(solution);
    private readonly HashSet<(SyntaxNode Node, string Edit)> _made = [];

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>False if another finding has asked for the same already.</summary>
    public bool IsFirst(SyntaxNode node, string edit = "") => _made.Add((node, edit));

    /// <summary>Whether somebody has asked for the edit already.</summary>
    public bool IsMade(SyntaxNode node, string edit) => _made.Contains((node, edit));

    /// <summary>The editor of the file that a node is in, or null if it is a file of another project's or of a generator.</summary>
    public async Task<DocumentEditor?> OfAsync(SyntaxNode node) =>
        solution.GetDocument(node.SyntaxTree) is { } document and not SourceGeneratedDocument
            ? await _editor.GetDocumentEditorAsync(document.Id, CancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>Replaces a node by what becomes of it, with what other edits have made of its parts.</summary>
    public async Task ReplaceAsync<TNode>(TNode node, Func<TNode, SyntaxNode> change, string edit = "")
        where TNode : SyntaxNode
    {
        if (IsFirst(node, edit) && await OfAsync(node).ConfigureAwait(false) is { } editor)
        {
            editor.ReplaceNode(node, (current, _) => change((TNode)current));
        }
    }

    public Solution Apply() => _editor.GetChangedSolution();
}

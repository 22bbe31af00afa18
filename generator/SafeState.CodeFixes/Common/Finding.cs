using Microsoft.CodeAnalysis;

namespace SafeState.CodeFixes.Common;

/// <summary>A diagnostic with the program it was found in.</summary>
internal sealed class Finding
{
    private Finding(Document document, Diagnostic diagnostic, SyntaxNode root, SemanticModel model, Memory memory, CancellationToken cancellationToken)
    {
        Document = document;
        Diagnostic = diagnostic;
        Root = root;
        Model = model;
        Memory = memory;
        CancellationToken = cancellationToken;
        Token = root.FindToken(diagnostic.Location.SourceSpan.Start);
        Node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
    }

    public Document Document { get; }

    public Diagnostic Diagnostic { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    /// <summary>Shared by the findings of one run.</summary>
    public Memory Memory { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>The first token of what is underlined.</summary>
    public SyntaxToken Token { get; }

    /// <summary>The innermost node that covers what is underlined.</summary>
    public SyntaxNode Node { get; }

    /// <summary>Null where nothing can be edited: in a file that a generator wrote.</summary>
    public static async Task<Finding?> CreateAsync(Solution solution, Diagnostic diagnostic, Memory memory, CancellationToken cancellationToken)
    {
        if (diagnostic.Location.SourceTree is not { } tree
            || solution.GetDocument(tree) is not { } document
            || document is SourceGeneratedDocument
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        return new Finding(document, diagnostic, root, model, memory, cancellationToken);
    }
}

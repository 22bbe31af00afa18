using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SafeState.CodeFixes.Common;

/// <summary>What all fixes are made of: a list of remedies for each finding, and "Fix All" for every one of them.</summary>
/// <remarks>
/// The attribute that shares one instance of a fix is left out: it lives in an assembly of which this one would need a newer version
/// than old editors have, and a fix without state costs nothing to make.
/// </remarks>
public abstract class RemedyProvider : CodeFixProvider
{
    private protected RemedyProvider()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new FixEverywhere(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        var memory = new Memory();
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var remedy in await FindAsync(solution, diagnostic, memory, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        remedy.Title,
                        async cancellationToken =>
                        {
                            var edits = new Edits(solution, cancellationToken);
                            await remedy.Apply(edits).ConfigureAwait(false);
                            return edits.Apply();
                        },
                        remedy.Key),
                    diagnostic);
            }
        }
    }

    internal async Task<IReadOnlyList<Remedy>> FindAsync(Solution solution, Diagnostic diagnostic, Memory memory, CancellationToken cancellationToken) =>
        await Finding.CreateAsync(solution, diagnostic, memory, cancellationToken).ConfigureAwait(false) is { } finding ? [.. Find(finding)] : [];

    /// <summary>What can be done about a finding, the best first; nothing where every edit would change what the program means.</summary>
    private protected abstract IEnumerable<Remedy> Find(Finding finding);
}

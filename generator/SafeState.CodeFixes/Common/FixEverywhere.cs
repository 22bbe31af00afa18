using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SafeState.CodeFixes.Common;

/// <summary>Applies the remedies of one key to all findings at once, as edits of one solution: so they may meet in a file or a method.</summary>
internal sealed class FixEverywhere(RemedyProvider fix) : FixAllProvider
{
    public override Task<CodeAction?> GetFixAsync(FixAllContext context) => Task.FromResult<CodeAction?>(CodeAction.Create(
        "Fix all",
        cancellationToken => FixAsync(context, cancellationToken),
        context.CodeActionEquivalenceKey));

    private async Task<Solution> FixAsync(FixAllContext context, CancellationToken cancellationToken)
    {
        var edits = new Edits(context.Solution, cancellationToken);
        var memory = new Memory();
        foreach (var diagnostic in await FindingsAsync(context.WithCancellationToken(cancellationToken)).ConfigureAwait(false))
        {
            var remedies = await fix.FindAsync(context.Solution, diagnostic, memory, cancellationToken).ConfigureAwait(false);
            if (remedies.FirstOrDefault(remedy => remedy.Key == context.CodeActionEquivalenceKey) is { } remedy)
            {
                await remedy.Apply(edits).ConfigureAwait(false);
            }
        }

        return edits.Apply();
    }

    private static async Task<IEnumerable<Diagnostic>> FindingsAsync(FixAllContext context)
    {
        if (context is { Scope: FixAllScope.Document, Document: { } document })
        {
            return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        }

        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        var findings = new List<ImmutableArray<Diagnostic>>();
        foreach (var project in projects)
        {
            findings.Add(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        }

        return findings.SelectMany(ofProject => ofProject);
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.CodeFixes.Access;
using SafeState.CodeFixes.Common;
using SafeState.Generator.Analyzers;

namespace SafeState.CodeFixes;

/// <summary>SAFE106: what would read a facade or a holder at several instants is given a snapshot, which is one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class TakeSnapshotFix : RemedyProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Advisories.TwoInstants.Id);

    private protected override IEnumerable<Remedy> Find(Finding finding)
    {
        if (finding.Node.FirstAncestorOrSelf<ExpressionSyntax>() is { } facade)
        {
            yield return new Remedy("snapshot", "Take a snapshot", edits =>
                edits.ReplaceAsync(facade, current => current.Dot("Snapshot").Call().WithTriviaFrom(current)));
        }
    }
}

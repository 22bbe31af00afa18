using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SafeState.CodeFixes.Atomic;
using SafeState.CodeFixes.Common;
using SafeState.Generator.Analyzers;

namespace SafeState.CodeFixes;

/// <summary>SAFE103: a check and an act become the one call that does both.</summary>
/// <remarks>Where the code around them has another shape than those known here, or where no call does it, it takes a scope and its author.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AtomicCallFix : RemedyProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Advisories.CheckThenAct.Id);

    private protected override IEnumerable<Remedy> Find(Finding finding)
    {
        if (CheckedPair.Find(finding) is { } pair && pair.Rewrite() is var (node, title, change))
        {
            yield return new Remedy("atomic", title, edits => edits.ReplaceAsync(node, _ => change(), "atomic"));
        }
    }
}

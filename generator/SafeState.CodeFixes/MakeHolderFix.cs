using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.CodeFixes.Common;
using SafeState.Generator.Analyzers;

namespace SafeState.CodeFixes;

/// <summary>SAFE201: the class of an unguarded collection becomes a holder. What has to follow, the rules for holders say, with fixes of their own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MakeHolderFix : RemedyProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Advisories.UnguardedMap.Id);

    private protected override IEnumerable<Remedy> Find(Finding finding)
    {
        // A holder of instances does not guard a static map (SAFE009): that needs a class of its own, which has to be named.
        if (finding.Token.Parent is VariableDeclaratorSyntax { Parent.Parent.Parent: TypeDeclarationSyntax declaration } declarator
            && finding.Model.GetDeclaredSymbol(declarator, finding.CancellationToken) is IFieldSymbol { ContainingType: { } type } field
            && field.IsStatic == type.IsStatic
            && type.CanBecomeHolder())
        {
            yield return new Remedy("holder", $"Make '{type.Name}' a holder of shared state", async edits =>
            {
                await HolderPlaces.MakePartialAsync(type.NotPartial(edits.CancellationToken), edits).ConfigureAwait(false);
                await edits.ReplaceAsync(declaration, current => current.WithAttribute("global::SafeState.SharedState"), "holder").ConfigureAwait(false);
            });
        }
    }
}

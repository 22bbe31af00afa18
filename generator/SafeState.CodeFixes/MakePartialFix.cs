using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.CodeFixes.Common;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes;

/// <summary>SAFE004: adds <c>partial</c> to a holder and to the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MakePartialFix : RemedyProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.HolderShape.Id);

    private protected override IEnumerable<Remedy> Find(Finding finding)
    {
        if (finding.Token.Parent is TypeDeclarationSyntax declaration
            && finding.Model.GetDeclaredSymbol(declaration, finding.CancellationToken) is INamedTypeSymbol holder
            && holder.CanBecomeHolder()
            && holder.NotPartial(finding.CancellationToken) is { Count: > 0 } declarations)
        {
            yield return new Remedy("partial", $"Make '{declarations[0].Identifier.ValueText}' partial", edits => HolderPlaces.MakePartialAsync(declarations, edits));
        }
    }
}

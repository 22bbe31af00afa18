using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.CodeFixes.Access;
using SafeState.CodeFixes.Common;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes;

/// <summary>SAFE001: what touched a state field uses the generated members instead, each operation for itself or several as one step.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UseGeneratedMembersFix : RemedyProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.DirectAccess.Id);

    private protected override IEnumerable<Remedy> Find(Finding finding)
    {
        if (finding.Token.Parent is not IdentifierNameSyntax name
            || finding.Model.GetSymbolInfo(name, finding.CancellationToken).Symbol is not IFieldSymbol { ContainingType: { } type }
            || !HolderSymbols.IsHolder(type))
        {
            yield break;
        }

        var access = finding.Memory.Of(type.OriginalDefinition, () => new HolderAccess(type.OriginalDefinition, finding.Model.Compilation, finding.CancellationToken));
        if (access.Find(name) is not { } touch)
        {
            yield break;
        }

        var planner = finding.Memory.Of(access, () => new Planner(access));
        var best = planner.Recommend(touch);
        if (best is not null)
        {
            yield return new Remedy("access", best.Title, best.Apply);
        }

        if (planner.UseFacade(touch) is { } facade && facade.Title != best?.Title)
        {
            yield return new Remedy("facade", facade.Title, facade.Apply);
        }
    }
}

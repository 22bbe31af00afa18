using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SafeState.Generator.Analyzers.Programs;
using SafeState.Generator.Analyzers.TwoInstants;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Analyzers;

/// <summary>SAFE106: a facade is asked for its count and enumerated then, or a holder is serialised member by member. The location is the facade or the holder, to which a fix appends <c>.Snapshot()</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TwoInstantsAnalyzer : BodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Advisories.TwoInstants, Advisories.SeveralInstants);

    private protected override void Judge(Body body, Action<Diagnostic> report)
    {
        foreach (var (facade, by) in CountedEnumerations.Find(body))
        {
            report(Diagnostic.Create(Advisories.TwoInstants, facade.GetLocation(), facade.Quoted(), by.Quoted()));
        }

        foreach (var (holder, by) in SerialisedHolders.Find(body))
        {
            report(Diagnostic.Create(Advisories.SeveralInstants, holder.GetLocation(), holder.Quoted(), by.Quoted()));
        }
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SafeState.Generator.Analyzers.Programs;
using SafeState.Generator.Analyzers.TwoInstants;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Analyzers;

/// <summary>SAFE106: a facade is asked for its count and enumerated then, at two instants. The location is the facade, to which a fix appends <c>.Snapshot()</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TwoInstantsAnalyzer : BodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Advisories.TwoInstants);

    private protected override void Judge(Body body, Action<Diagnostic> report)
    {
        foreach (var (facade, by) in CountedEnumerations.Find(body))
        {
            report(Diagnostic.Create(Advisories.TwoInstants, facade.GetLocation(), facade.Quoted(), by.Quoted()));
        }
    }
}

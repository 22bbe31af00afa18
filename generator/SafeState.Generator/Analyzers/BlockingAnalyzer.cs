using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SafeState.Generator.Analyzers.Blocking;
using SafeState.Generator.Analyzers.Programs;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Analyzers;

/// <summary>SAFE105: a thread waits, for a task, a signal, a file or the network, while it keeps a holder locked.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingAnalyzer : BodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Advisories.Blocking);

    private protected override void Judge(Body body, Action<Diagnostic> report)
    {
        foreach (var (place, blocking, region) in new BlockingFinder(body).Find())
        {
            var what = place == blocking ? $"'{place.Syntax.Quoted()}'" : $"'{place.Syntax.Quoted()}', by way of '{blocking.Syntax.Quoted()}',";
            report(Diagnostic.Create(Advisories.Blocking, place.Syntax.GetLocation(), what, region.Description, region.Holder.Name));
        }
    }
}

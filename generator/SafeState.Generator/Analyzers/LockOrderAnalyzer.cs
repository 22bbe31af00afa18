using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SafeState.Generator.Analyzers.Locks;
using SafeState.Generator.Analyzers.Programs;

namespace SafeState.Generator.Analyzers;

/// <summary>SAFE104: two holders are locked one inside the other in both orders, somewhere in the program. The place of the reverse order is the additional location.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockOrderAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Advisories.LockOrder, Advisories.TwinLocks);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (HolderProgram.Of(start.Compilation) is not { } program)
            {
                return;
            }

            var graph = new LockGraph();
            start.RegisterSemanticModelAction(file =>
            {
                foreach (var body in program.BodiesOf(file.SemanticModel, file.CancellationToken))
                {
                    graph.Add(body);
                    ReportTwins(body, file.ReportDiagnostic);
                }
            });
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var (nesting, reverse) in graph.FindInversions())
                {
                    end.ReportDiagnostic(Diagnostic.Create(
                        Advisories.LockOrder,
                        nesting.Place,
                        [reverse.Place],
                        nesting.Inner.Name,
                        nesting.Outer.Name,
                        nesting.PlaceName,
                        reverse.PlaceName));
                }
            });
        });
    }

    private static void ReportTwins(Body body, Action<Diagnostic> report)
    {
        foreach (var (outer, inner) in TwinLocks.Find(body))
        {
            report(Diagnostic.Create(
                Advisories.TwinLocks,
                inner.Operation.Syntax.GetLocation(),
                [outer.Opening.Syntax.GetLocation()],
                inner.Holder.Name,
                outer.Description));
        }
    }
}

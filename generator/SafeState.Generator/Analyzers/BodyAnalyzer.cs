using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SafeState.Generator.Analyzers.Programs;

namespace SafeState.Generator.Analyzers;

/// <summary>An analyzer that judges each body which may use a holder, by itself.</summary>
public abstract class BodyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (HolderProgram.Of(start.Compilation) is { } program)
            {
                start.RegisterSemanticModelAction(file =>
                {
                    foreach (var body in program.BodiesOf(file.SemanticModel, file.CancellationToken))
                    {
                        Judge(body, file.ReportDiagnostic);
                    }
                });
            }
        });
    }

    private protected abstract void Judge(Body body, Action<Diagnostic> report);
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SafeState.Generator.Model;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Analyzers;

/// <summary>
/// The generator's rules once more, as an analyzer: live in the editor, and over code that other generators wrote, which a
/// generator never sees. A build prints nothing twice, because the compiler stops before analyzers when a generator reports an error.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedStateAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.CreateRange(Descriptors.All.Where(rule => rule != Descriptors.GeneratorFailed));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            var program = new JudgedProgram(start.Compilation);
            start.RegisterSemanticModelAction(file =>
            {
                foreach (var finding in program.Judge(file.SemanticModel.SyntaxTree, file.CancellationToken))
                {
                    file.ReportDiagnostic(ToDiagnostic(finding, file.SemanticModel.SyntaxTree));
                }
            });
        });
    }

    /// <summary>With its tree in the location, so that editors underline it and code fixes find it.</summary>
    private static Diagnostic ToDiagnostic(DiagnosticInfo finding, SyntaxTree tree) =>
        Diagnostic.Create(finding.Descriptor, Location.Create(tree, finding.Location!.Span), finding.Arguments.ToArray<object>());
}

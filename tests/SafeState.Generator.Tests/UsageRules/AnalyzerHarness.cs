using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SafeState.Generator.Analyzers;

namespace SafeState.Generator.Tests.UsageRules;

/// <summary>Runs the analyzer over a program that the generators have been over.</summary>
internal static class AnalyzerHarness
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(Compilation compilation) =>
    [
        .. from diagnostic in await compilation.WithAnalyzers([new SharedStateAnalyzer()]).GetAnalyzerDiagnosticsAsync()
           let place = diagnostic.Location.GetLineSpan()
           select new Finding(diagnostic.Id, diagnostic.Severity, place.Path, place.StartLinePosition.Line + 1, diagnostic.GetMessage()),
    ];
}

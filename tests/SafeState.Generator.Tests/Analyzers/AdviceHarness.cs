using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SafeState.Generator.Analyzers;

namespace SafeState.Generator.Tests.Analyzers;

/// <summary>Runs all analyzers that give advice over a program that compiles.</summary>
internal static class AdviceHarness
{
    /// <summary>Every analyzer but the one that repeats the generator, found by reflection so that a new one runs over all programs without being listed.</summary>
    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } =
        [.. typeof(SharedStateAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract && !type.IsSubclassOf(typeof(DiagnosticSuppressor)) && type != typeof(SharedStateAnalyzer))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static async Task<IReadOnlyList<Diagnostic>> RunAsync(Compilation compilation)
    {
        var diagnostics = await compilation.WithAnalyzers([.. Analyzers]).GetAnalyzerDiagnosticsAsync();
        Assert.All(diagnostics, diagnostic => Assert.StartsWith("SAFE", diagnostic.Id, StringComparison.Ordinal));
        return diagnostics;
    }

    /// <summary>The program compiles, and exactly what it marks is said.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> RunMarkedAsync(AdviceCase program)
    {
        var marked = MarkedProgram.Parse(program.Source);
        var result = GeneratorHarness.Run(marked.Text, program.Options);
        result.AssertClean();
        var diagnostics = await RunAsync(result.Output);
        var namesRemedies = marked.Expected.Any(expected => expected.Id.Contains('/'));
        var actual = diagnostics.Select(diagnostic => new Advice(
            diagnostic.Properties.TryGetValue(CheckThenActAnalyzer.RemedyProperty, out var remedy) && namesRemedies ? $"{diagnostic.Id}/{remedy}" : diagnostic.Id,
            diagnostic.Location.SourceSpan));
        Assert.True(
            marked.Expected.Order().SequenceEqual(actual.Order()),
            $"Expected:\n{Show(marked.Expected, marked.Text)}\nReported:\n{Show(actual, marked.Text)}\nin\n{marked.Text}");
        return diagnostics;
    }

    private static string Show(IEnumerable<Advice> advice, string text) => string.Join('\n', advice.Select(one => one.Show(text)));
}

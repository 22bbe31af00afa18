using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SafeState.Generator.Tests.Harness;

/// <summary>What came out of a run of the generator, and the assertions that every test makes about it.</summary>
internal sealed partial class GeneratorResult
{
    private readonly GeneratorDriver _driver;
    private readonly Compilation _input;
    private readonly GeneratorOptions _options;

    private GeneratorResult(GeneratorDriver driver, Compilation input, Compilation output, ImmutableArray<Diagnostic> diagnostics, GeneratorOptions options)
    {
        _driver = driver;
        _input = input;
        _options = options;
        Output = output;
        Run = driver.GetRunResult().Results.Single();
        Sources = Run.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        GeneratorFindings = Effective(diagnostics);
        CompilerFindings = Effective(output.GetDiagnostics());
    }

    /// <summary>The program with what was generated for it.</summary>
    public Compilation Output { get; }

    /// <summary>The run as Roslyn tells it, with the tracked steps.</summary>
    public GeneratorRunResult Run { get; }

    /// <summary>The generated files: hint name to text.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; }

    /// <summary>What the generator reported and no suppression took away: warnings and errors.</summary>
    public IReadOnlyList<Finding> GeneratorFindings { get; }

    /// <summary>What the compiler says of the program with the generated code: warnings and errors.</summary>
    public IReadOnlyList<Finding> CompilerFindings { get; }

    /// <summary>Everything that a build would print.</summary>
    public IEnumerable<Finding> Findings => GeneratorFindings.Concat(CompilerFindings);

    public static GeneratorResult Of(GeneratorDriver driver, Compilation input, GeneratorOptions options)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out var diagnostics);
        return new GeneratorResult(driver, input, output, diagnostics, options);
    }

    /// <summary>The next run of the same generator, after an edit of the program.</summary>
    public GeneratorResult After(Func<Compilation, Compilation> edit) => Of(_driver, edit(_input), _options);

    /// <summary>The next run, after a file got a new text.</summary>
    public GeneratorResult AfterEditing(string path, Func<string, string> edit) => After(compilation =>
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        var text = edit(tree.ToString());
        Assert.NotEqual(tree.ToString(), text);
        return compilation.ReplaceSyntaxTree(tree, GeneratorHarness.Parse(new SourceFile(path, text), (Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)tree.Options));
    });

    /// <summary>The next run, after a file was added.</summary>
    public GeneratorResult AfterAdding(SourceFile file) => After(compilation =>
        compilation.AddSyntaxTrees(GeneratorHarness.Parse(file, (Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)compilation.SyntaxTrees.First().Options)));

    public void AssertClean() =>
        Assert.True(!Findings.Any(), $"Expected no error and no warning:\n{string.Join('\n', Findings)}\n\n{string.Join('\n', Sources.Select(source => $"// {source.Key}\n{source.Value}"))}");

    public void AssertMarked(string source)
    {
        var expected = source.Split('\n').SelectMany((line, index) => Marker().Match(line) is { Success: true } match
            ? match.Groups["id"].Captures.Select(id => $"line {index + 1}: {id.Value}")
            : []);
        var actual = Findings.Select(finding => $"line {finding.Line}: {finding.Id}");
        Assert.True(
            expected.Order().SequenceEqual(actual.Order()),
            $"Expected:\n{string.Join('\n', expected)}\nReported:\n{string.Join('\n', Findings)}\nin\n{source}");
    }

    public void AssertCachedAfterUnrelatedEdit() =>
        Incrementality.AssertNothingRan(AfterAdding(new SourceFile("/project/Unrelated.cs", "internal static class Unrelated;")));

    public void AssertModelsAreFreeOfTheCompiler() => ObjectGraph.AssertFreeOfTheCompiler(Run);

    // As the compiler does it: options and pragmas first, SuppressMessage attributes after.
    private List<Finding> Effective(IEnumerable<Diagnostic> diagnostics) =>
        CompilationWithAnalyzers.GetEffectiveDiagnostics(diagnostics, Output)
            .Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity >= DiagnosticSeverity.Warning && !IsAboutDocumentingTheProgram(diagnostic))
            .Select(ToFinding)
            .ToList();

    // Programs under test are not documented; what is generated for them must be.
    private bool IsAboutDocumentingTheProgram(Diagnostic diagnostic) =>
        diagnostic is { Id: "CS1591", Location.SourceTree: { } tree } && _input.ContainsSyntaxTree(tree);

    private Finding ToFinding(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        var line = diagnostic.Location == Location.None ? 0 : place.StartLinePosition.Line + 1;
        var isOurs = _options.SuppressEverything && _input.SyntaxTrees.Any(tree => tree.FilePath == place.Path) && line > 0;
        return new Finding(
            diagnostic.Id,
            diagnostic.Severity,
            place.Path ?? "",
            isOurs ? line - Suppressions.HeaderLines : line,
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"// (?<id>(SAFE|CS)\d+)( (?<id>(SAFE|CS)\d+))*\s*$")]
    private static partial Regex Marker();
}

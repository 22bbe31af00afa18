using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SafeState.Generator.Tests.Harness;

/// <summary>Runs the generator over a program as the compiler would.</summary>
internal static class GeneratorHarness
{
    public static GeneratorResult Run(string source, GeneratorOptions? options = null) =>
        Run([new SourceFile(SourceFile.DefaultPath, source)], options);

    public static GeneratorResult Run(IEnumerable<SourceFile> sources, GeneratorOptions? options = null) =>
        Run(new SharedStateGenerator(), sources, options);

    public static GeneratorResult Run(IIncrementalGenerator generator, IEnumerable<SourceFile> sources, GeneratorOptions? options = null)
    {
        options ??= GeneratorOptions.Default;
        var compilation = Compile(sources, options);
        var driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: ParseOptions(options),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return GeneratorResult.Of(driver, compilation, options);
    }

    /// <summary>
    /// The usual test of a program that is right: it compiles without any error or warning, a run after an unrelated
    /// edit does no work, and no model holds on to the compiler's objects.
    /// </summary>
    public static GeneratorResult RunClean(string source, GeneratorOptions? options = null) =>
        RunClean([new SourceFile(SourceFile.DefaultPath, source)], options);

    /// <inheritdoc cref="RunClean(string, GeneratorOptions?)"/>
    public static GeneratorResult RunClean(IEnumerable<SourceFile> sources, GeneratorOptions? options = null)
    {
        var result = Run(sources, options);
        result.AssertClean();
        result.AssertCachedAfterUnrelatedEdit();
        result.AssertModelsAreFreeOfTheCompiler();
        return result;
    }

    /// <summary>
    /// The usual test of a program that is wrong: it ends each faulty line with a comment that names the ids expected there
    /// (<c>_clients.Clear(); // SAFE001</c>), and exactly these are reported, by the generator and the compiler together.
    /// </summary>
    public static GeneratorResult RunMarked(string source, GeneratorOptions? options = null)
    {
        var result = Run(source, options);
        result.AssertMarked(source);
        return result;
    }

    public static CSharpCompilation Compile(IEnumerable<SourceFile> sources, GeneratorOptions options)
    {
        var parseOptions = ParseOptions(options);
        var files = options.SuppressEverything
            ? sources.Select(source => Suppressions.Silence(source, parseOptions)).Append(Suppressions.GlobalSuppressions)
            : sources;
        return ConsumerReferences.EmptyProject(options.Language)
            .WithOptions(CompilationOptions(options))
            .AddReferences(options.References)
            .AddSyntaxTrees([.. files.Select(file => Parse(file, parseOptions))]);
    }

    public static SyntaxTree Parse(SourceFile file, CSharpParseOptions parseOptions) =>
        CSharpSyntaxTree.ParseText(SourceText.From(file.Text, System.Text.Encoding.UTF8), parseOptions, file.Path);

    // As in a library with a documentation file: every public member must be documented.
    private static CSharpParseOptions ParseOptions(GeneratorOptions options) =>
        new(options.Language, DocumentationMode.Diagnose);

    private static CSharpCompilationOptions CompilationOptions(GeneratorOptions options)
    {
        var compilationOptions = new CSharpCompilationOptions(
            options.OutputKind,
            nullableContextOptions: options.Nullable,
            // Assembly versions of the platform differ from those that packages were built against.
            specificDiagnosticOptions: [KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress)]);
        return options.SuppressEverything
            ? compilationOptions
                .WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)
                .WithSpecificDiagnosticOptions(Suppressions.NoWarn)
                .WithSyntaxTreeOptionsProvider(Suppressions.EditorConfig)
            : compilationOptions;
    }
}

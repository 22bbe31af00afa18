using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SafeState.Generator.Tests.Harness;

/// <summary>The harness itself: each of its assertions can fail.</summary>
public class HarnessTests
{
    private const string Program = "public class Program;";

    [Fact]
    public void A_warning_in_generated_code_is_found() =>
        Assert.Contains("CS0168", RunEmitting("class C { void M() { int unused; } }").CompilerFindings.Select(finding => finding.Id));

    [Fact]
    public void A_public_member_without_documentation_is_found_in_generated_code_only() =>
        Assert.Equal("CS1591", Assert.Single(RunEmitting("public class C;").CompilerFindings).Id);

    [Fact]
    public void A_marked_program_must_report_exactly_what_is_marked()
    {
        GeneratorHarness.RunMarked("class Program { int M() => missing; } // CS0103");
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => GeneratorHarness.RunMarked("class Program { int M() => missing; }"));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => GeneratorHarness.RunMarked("class Program; // SAFE001"));
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 0)]
    public void Suppressions_silence_an_ordinary_diagnostic_of_a_generator(bool suppressEverything, int expected) =>
        Assert.Equal(expected, GeneratorHarness.Run(
            new Reporting(),
            [new SourceFile(SourceFile.DefaultPath, "\nclass Program\n{\n    int _field;\n}\n")],
            new GeneratorOptions { SuppressEverything = suppressEverything }).Findings.Count());

    [Fact]
    public void Lines_are_those_of_the_source_as_given_when_everything_is_suppressed() =>
        GeneratorHarness.RunMarked("\nclass Program\n{\n    int M() => missing; // CS0103\n}", GeneratorOptions.Silenced);

    [Theory]
    [InlineData(LanguageVersion.CSharp12, 8)]
    [InlineData(LanguageVersion.Preview, 10)]
    public void The_language_decides_the_framework(LanguageVersion language, int framework)
    {
        if (language.MapSpecifiedToEffectiveVersion() > LanguageVersion.CSharp12 || framework == 8)
        {
            var output = GeneratorHarness.Run(Program, new GeneratorOptions { Language = language }).Output;
            Assert.Equal(framework, output.GetSpecialType(SpecialType.System_Object).ContainingAssembly.Identity.Version.Major);
        }
    }

    [Fact]
    public void Steps_that_ran_are_found() => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Incrementality.AssertNothingRan(
        GeneratorHarness.Run("[SafeState.SharedState] partial class Holder { private int _count; }")));

    [Fact]
    public void A_text_that_was_not_verified_is_left_to_be_read()
    {
        var directory = Directory.CreateTempSubdirectory("safestate-snapshot-").FullName;
        try
        {
            var path = Path.Combine(directory, "Test.Method#Hint.g");
            Assert.Contains("nothing verified yet", Snapshot.Compare(path, "first\n"));
            File.Move($"{path}.received.cs", $"{path}.verified.cs");
            Assert.Null(Snapshot.Compare(path, "first\n"));

            Assert.Contains("+ second", Snapshot.Compare(path, "second\n"));
            Assert.Equal("first\n", File.ReadAllText($"{path}.verified.cs"));
            Assert.Equal("second\n", File.ReadAllText($"{path}.received.cs"));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void A_symbol_deep_inside_a_model_is_found() =>
        Assert.Contains("holds a", ObjectGraph.FindBanned(
            new { List = new[] { new { Symbol = GeneratorHarness.Run(Program).Output.Assembly } } }, "model", []));

    [Fact]
    public void A_location_is_banned_with_its_tree_and_allowed_without()
    {
        var location = GeneratorHarness.Run(Program).Output.SyntaxTrees.First().GetRoot().GetLocation();
        Assert.NotNull(ObjectGraph.FindBanned(location, "model", []));
        Assert.Null(ObjectGraph.FindBanned(Location.Create("path", location.SourceSpan, location.GetLineSpan().Span), "model", []));
    }

    [Fact]
    public void Every_verified_file_belongs_to_a_test()
    {
        var tests = typeof(HarnessTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(), (type, method) => $"{type.Name}.{method.Name}")
            .ToHashSet();
        var verified = Directory.GetFiles(Snapshot.Root, "*.verified.cs", SearchOption.AllDirectories).Select(Path.GetFileName).ToList();
        Assert.NotEmpty(verified);
        Assert.All(verified, file => Assert.Contains(file!.Split('#')[0], tests));
    }

    private static GeneratorResult RunEmitting(string text) =>
        GeneratorHarness.Run(new Emitting(text), [new SourceFile(SourceFile.DefaultPath, Program)]);

#pragma warning disable RS1036, RS1041 // Not shipped: they exist to show the harness at work.
    private sealed class Emitting(string text) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterPostInitializationOutput(output => output.AddSource("Emitted.g.cs", text));
    }

    private sealed class Reporting : IIncrementalGenerator
    {
#pragma warning disable RS2008 // No release tracking for the same reason.
        private static readonly DiagnosticDescriptor Ordinary = new("SAFE001", "Title", "Message", "Category", DiagnosticSeverity.Warning, true);
#pragma warning restore RS2008

        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, (output, compilation) =>
                output.ReportDiagnostic(Diagnostic.Create(Ordinary, compilation.SyntaxTrees.First().GetRoot().GetLocation())));
    }
#pragma warning restore RS1036, RS1041
}

using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SafeState.CodeFixes.Tests.Migration;

/// <summary>
/// A class with three maps, and a lock that is used in some places only, becomes a holder: the attribute is written by hand, everything
/// else is "Fix All". The page about migration shows parts of these programs.
/// </summary>
public sealed class MigrationTests
{
    private static readonly (CodeFixProvider Fix, string Key)[] Steps =
    [
        (new MakePartialFix(), "partial"),
        (new MakePrivateFix(), "private"),
        (new FreeNameFix(), "remove"),
        (new FreeNameFix(), "name"),
        (new CopyCollectionFix(), "copy"),
        (new ShareValuesFix(), "immutable"),
        (new UseGeneratedMembersFix(), "access"),
    ];

    [Fact]
    public async Task Fix_all_ends_with_the_verified_program_which_nobody_complains_of()
    {
        var mended = Assert.Single(await FixHarness.ApplyAllAsync([new SourceFile(SourceFile.DefaultPath, Attributed(Read("Before.cs")))], GeneratorOptions.Default, Steps));
        Assert.Equal(Read("After.cs"), mended.Text);

        var output = GeneratorHarness.RunClean(mended.Text).Output;
        Assert.Empty(await output.WithAnalyzers(FixHarness.Analyzers).GetAnalyzerDiagnosticsAsync());
    }

    [Fact]
    public void The_program_does_not_compile_before()
    {
        var findings = GeneratorHarness.Run(Attributed(Read("Before.cs"))).Findings;
        Assert.Contains(findings, finding => finding.Id == "SAFE004");
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(8, 300)]
    public void The_mended_program_loses_nothing(int threads, int rounds)
    {
        var program = new[] { "After.cs", "Workout.cs" }.Select(file => new SourceFile($"/project/{file}", Read(file)));
        Call(GeneratorHarness.Run(program).Output, "Chat.Workout", "Run", threads, rounds);
    }

    private static string Attributed(string source) => source
        .Replace("using System.Threading;\n", "using System.Threading;\nusing SafeState;\n", StringComparison.Ordinal)
        .Replace("public class Presence\n", "[SharedState]\npublic class Presence\n", StringComparison.Ordinal);

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Migration", "Programs", file)).ReplaceLineEndings("\n");

    private static void Call(Compilation program, string type, string method, params object[] arguments)
    {
        var image = new MemoryStream();
        var emitted = program.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;

        var context = new AssemblyLoadContext(type, isCollectible: true);
        context.Resolving += (loading, name) => program.References.OfType<PortableExecutableReference>()
            .Where(reference => Path.GetFileNameWithoutExtension(reference.FilePath) == name.Name)
            .Select(reference => loading.LoadFromAssemblyPath(reference.FilePath!))
            .FirstOrDefault();
        context.LoadFromStream(image).GetType(type, throwOnError: true)!
            .GetMethod(method)!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        context.Unload();
    }
}

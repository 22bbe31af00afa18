using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SafeState.Generator.Tests.Harness;

/// <summary>The metadata a consumer compiles against: one list per framework, written by the build, loaded once.</summary>
internal static class ConsumerReferences
{
    private static readonly Lazy<CSharpCompilation> Net8 = new(() => Load("net8.0"));
    private static readonly Lazy<CSharpCompilation> Net10 = new(() => Load("net10.0"));

    /// <summary>
    /// A project without files, to be added to: what derives from it shares the symbols of its references, which cost more than
    /// the programs of the tests. C# 12 goes with .NET 8, as in the oldest SDK that is supported; anything newer with .NET 10.
    /// </summary>
    public static CSharpCompilation EmptyProject(LanguageVersion language) =>
        language.MapSpecifiedToEffectiveVersion() <= LanguageVersion.CSharp12 ? Net8.Value : Net10.Value;

    private static CSharpCompilation Load(string framework) => CSharpCompilation.Create(
        "Consumer",
        references: File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, $"references.{framework}.txt"))
            .Where(line => line.Length > 0)
            .Select(line => MetadataReference.CreateFromFile(line)));
}

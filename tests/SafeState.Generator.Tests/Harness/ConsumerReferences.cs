using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SafeState.Generator.Tests.Harness;

/// <summary>The metadata a consumer compiles against: one list per framework, written by the build, loaded once.</summary>
internal static class ConsumerReferences
{
    private static readonly Lazy<MetadataReference[]> Net8 = new(() => Load("net8.0"));
    private static readonly Lazy<MetadataReference[]> Net10 = new(() => Load("net10.0"));

    /// <summary>C# 12 goes with .NET 8, as in the oldest SDK that is supported; anything newer with .NET 10.</summary>
    public static IReadOnlyList<MetadataReference> For(LanguageVersion language) =>
        language.MapSpecifiedToEffectiveVersion() <= LanguageVersion.CSharp12 ? Net8.Value : Net10.Value;

    private static MetadataReference[] Load(string framework) =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, $"references.{framework}.txt"))
            .Where(line => line.Length > 0)
            .Select(line => (MetadataReference)MetadataReference.CreateFromFile(line))
            .ToArray();
}

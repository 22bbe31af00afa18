using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SafeState.Generator.Tests.Harness;

/// <summary>How a consumer of the generator is set up; the defaults are those of a careful project.</summary>
internal sealed record GeneratorOptions
{
    public static readonly GeneratorOptions Default = new();

    /// <summary>The oldest supported language, which goes with .NET 8.</summary>
    public static readonly GeneratorOptions CSharp12 = new() { Language = LanguageVersion.CSharp12 };

    /// <summary>Every way to silence a diagnostic, all together.</summary>
    public static readonly GeneratorOptions Silenced = new() { SuppressEverything = true };

    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>Adds every suppression there is to the program (see <see cref="Suppressions"/>); reported lines stay those of the source as given.</summary>
    public bool SuppressEverything { get; init; }

    /// <summary>References besides the framework and the SafeState runtime.</summary>
    public IReadOnlyList<MetadataReference> References { get; init; } = [];

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;
}

using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SafeState.Benchmarks.Generator;

/// <summary>Finds what the SDK on this machine brings: its generators, and what programs compile against.</summary>
internal static class SdkGenerators
{
    public const string Platform = "Microsoft.NETCore.App.Ref";
    public const string Web = "Microsoft.AspNetCore.App.Ref";

    public static ISourceGenerator Load(string pack, string assembly, string type)
    {
        var path = Path.Combine(Find(pack), "analyzers", "dotnet", "cs", $"{assembly}.dll");
        return ((IIncrementalGenerator)Activator.CreateInstance(Assembly.LoadFrom(path).GetType($"{assembly}.{type}", throwOnError: true)!)!).AsSourceGenerator();
    }

    public static IEnumerable<string> ReferenceAssemblies(string pack) =>
        Directory.EnumerateFiles(Path.Combine(Find(pack), "ref", $"net{Environment.Version.Major}.0"), "*.dll");

    /// <summary>The newest version of a pack for the runtime that runs this.</summary>
    private static string Find(string pack)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", pack));
        return Directory.Exists(packs)
            && Directory.EnumerateDirectories(packs, $"{Environment.Version.Major}.*").OrderBy(path => Version.TryParse(Path.GetFileName(path), out var version) ? version : new Version()).LastOrDefault() is { } newest
                ? newest
                : throw new DirectoryNotFoundException($"This needs the .NET {Environment.Version.Major} SDK: there is no {pack} in '{packs}'.");
    }
}

using System.IO.Compression;
using System.Reflection;

namespace SafeState.Package.Tests;

/// <summary>The package, freshly packed under a version of its own, so that no cache can serve an older build of it.</summary>
/// <remarks>It is built into a folder apart: the test run that surrounds it may still be building the same projects.</remarks>
[CollectionDefinition(Collection)]
public sealed class PackedPackage : IDisposable, ICollectionFixture<PackedPackage>
{
    /// <summary>The tests that share one package.</summary>
    public const string Collection = "package";

    private readonly string _file;
    private readonly string _root = Directory.CreateTempSubdirectory("safestate-package-").FullName;

    public PackedPackage()
    {
        Version = $"0.0.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}";
        Feed = Path.Combine(_root, "feed");
        var pack = Dotnet.Run(
            Path.Combine(Repository, "runtime", "SafeState"),
            new Dictionary<string, string>(),
            "pack", "-c", "Release", "-o", Feed, "--artifacts-path", Path.Combine(_root, "build"), $"-p:Version={Version}", "--nologo");
        Assert.True(pack.ExitCode == 0, pack.Output);
        _file = Assert.Single(Directory.GetFiles(Feed));
    }

    public string Version { get; }

    /// <summary>The folder that serves the package.</summary>
    public string Feed { get; }

    public string RoslynFloor => Metadata("RoslynFloorVersion");

    internal static string Repository => Metadata("RepositoryDirectory");

    public IReadOnlyList<string> Entries()
    {
        using var archive = ZipFile.OpenRead(_file);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    public byte[] Read(string entry)
    {
        using var archive = ZipFile.OpenRead(_file);
        using var content = archive.GetEntry(entry)!.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Metadata(string key) => typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace SafeState.Package.Tests;

/// <summary>What is in the package, and what is not.</summary>
[Collection(PackedPackage.Collection)]
public sealed class ContentTests(PackedPackage package)
{
    private string Slot => $"analyzers/dotnet/roslyn{Version.Parse(package.RoslynFloor).ToString(2)}/cs/";

    [Fact]
    public void The_package_holds_exactly_these_files()
    {
        string[] expected =
        [
            "README.md",
            "SafeState.nuspec",
            $"{Slot}SafeState.CodeFixes.dll",
            $"{Slot}SafeState.Generator.dll",
            "build/SafeState.targets",
            "buildTransitive/SafeState.targets",
            .. new[] { "net8.0", "net9.0", "net10.0" }.SelectMany(framework => new[] { $"lib/{framework}/SafeState.dll", $"lib/{framework}/SafeState.xml" }),
        ];
        var packaging = package.Entries().Where(entry => entry.StartsWith("_rels/") || entry.StartsWith("package/") || entry.StartsWith('['));
        Assert.Equal(expected.Order(StringComparer.Ordinal), package.Entries().Except(packaging).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_depends_on_nothing_and_says_who_may_use_it()
    {
        var metadata = XDocument.Parse(Encoding.UTF8.GetString(package.Read("SafeState.nuspec")).TrimStart('\uFEFF')).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
        // A development dependency would keep the runtime from the projects behind the one that has the reference.
        Assert.Null(Value("developmentDependency"));
    }

    [Fact]
    public void The_compiler_guard_and_the_slot_name_the_same_floor() =>
        Assert.Contains(
            $"<_SafeStateCompilerFloor>{Version.Parse(package.RoslynFloor).ToString(2)}</_SafeStateCompilerFloor>",
            Encoding.UTF8.GetString(package.Read("buildTransitive/SafeState.targets")));

    [Fact]
    public void Analyzers_reference_only_what_the_oldest_compiler_brings()
    {
        // Those of the .NET 8 SDK's compiler.
        var supplied = new Dictionary<string, Version>
        {
            ["netstandard"] = new(2, 0),
            ["Microsoft.CodeAnalysis"] = Version.Parse(package.RoslynFloor),
            ["Microsoft.CodeAnalysis.CSharp"] = Version.Parse(package.RoslynFloor),
            // The two halves of the package come together; the editing layer is an editor's, which builds never load.
            ["SafeState.Generator"] = Version.Parse(package.Version.Split('-')[0]),
            ["Microsoft.CodeAnalysis.Workspaces"] = Version.Parse(package.RoslynFloor),
            ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = Version.Parse(package.RoslynFloor),
            ["System.Collections.Immutable"] = new(7, 0),
            ["System.Memory"] = new(4, 0, 1, 2),
            ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0),
        };
        foreach (var analyzer in package.Entries().Where(entry => entry.StartsWith(Slot)))
        {
            foreach (var reference in References(package.Read(analyzer)))
            {
                Assert.True(supplied.TryGetValue(reference.Name!, out var version), $"{analyzer} needs {reference}");
                Assert.True(
                    new Version(reference.Version!.Major, reference.Version.Minor) <= new Version(version.Major, version.Minor),
                    $"{analyzer} needs {reference}; the oldest compiler brings {version}");
            }
        }
    }

    [Fact]
    public void Every_binary_carries_its_symbols_and_is_reproducible() => Assert.All(
        package.Entries().Where(entry => entry.EndsWith(".dll")),
        entry =>
        {
            using var reader = new PEReader([.. package.Read(entry)]);
            var kinds = reader.ReadDebugDirectory().Select(debug => debug.Type).ToList();
            Assert.Contains(DebugDirectoryEntryType.EmbeddedPortablePdb, kinds);
            Assert.Contains(DebugDirectoryEntryType.Reproducible, kinds);
        });

    private static AssemblyName[] References(byte[] assembly)
    {
        using var reader = new PEReader([.. assembly]);
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
    }
}

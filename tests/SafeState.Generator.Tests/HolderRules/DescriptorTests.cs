using System.Reflection;
using Microsoft.CodeAnalysis;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Tests.HolderRules;

/// <summary>Every rule is an error that cannot be switched off, has a page that its link names, and is listed among the releases.</summary>
public sealed class DescriptorTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(
        typeof(DescriptorTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "GeneratorTestsDirectory").Value!,
        "..", ".."));

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Every_declared_id_is_listed_once()
    {
        var declared = typeof(Descriptors).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();
        Assert.Equal(declared.Select(descriptor => descriptor.Id).Distinct().Order(), Descriptors.All.Select(descriptor => descriptor.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_an_error_that_nobody_can_switch_off(string id)
    {
        var descriptor = Descriptor(id);
        Assert.Equal(DiagnosticSeverity.Error, descriptor.DefaultSeverity);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, descriptor.CustomTags);
        Assert.Contains(WellKnownDiagnosticTags.Compiler, descriptor.CustomTags);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_the_page_that_its_link_names(string id)
    {
        Assert.EndsWith($"/docs/rules/{id}.md", Descriptor(id).HelpLinkUri);
        var page = File.ReadAllText(Path.Combine(Root, "docs", "rules", $"{id}.md"));
        Assert.StartsWith($"# {id}: {Descriptor(id).Title}\n", page);
        Assert.All(["## Why", "## Fix", "## What it cannot see"], heading => Assert.Contains($"\n{heading}\n", page));
    }

    [Fact]
    public void There_is_no_page_without_a_rule() => Assert.Equal(
        Descriptors.All.Select(descriptor => descriptor.Id),
        Directory.GetFiles(Path.Combine(Root, "docs", "rules"), "SAFE*.md").Select(Path.GetFileNameWithoutExtension).Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_listed_among_the_releases(string id)
    {
        var releases = Directory.GetFiles(Path.Combine(Root, "generator", "SafeState.Generator"), "AnalyzerReleases.*.md").SelectMany(File.ReadLines);
        Assert.Single(releases, line => line == $"{id} | {Descriptors.Category} | Error | {Descriptor(id).Title}");
    }

    private static DiagnosticDescriptor Descriptor(string id) => Descriptors.All.Single(descriptor => descriptor.Id == id);
}

using System.Reflection;
using Microsoft.CodeAnalysis;
using SafeState.Generator.Analyzers;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Tests.HolderRules;

/// <summary>Every rule of the generator is an error that cannot be switched off; every rule has a page that its link names, and is listed among the releases.</summary>
public sealed class DescriptorTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(
        typeof(DescriptorTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "GeneratorTestsDirectory").Value!,
        "..", ".."));

    public static TheoryData<string> IdsOfErrors => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    public static TheoryData<string> IdsOfAdvice => [.. Advisories.All.Select(descriptor => descriptor.Id)];

    public static TheoryData<string> Ids => [.. All.Select(descriptor => descriptor.Id)];

    private static IEnumerable<DiagnosticDescriptor> All => Descriptors.All.Concat(Advisories.All).OrderBy(descriptor => descriptor.Id);

    [Theory]
    [InlineData(typeof(Descriptors))]
    [InlineData(typeof(Advisories))]
    public void Every_declared_id_is_listed_once(Type type)
    {
        var declared = type.GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();
        var listed = (IEnumerable<DiagnosticDescriptor>)type.GetField("All")!.GetValue(null)!;
        Assert.Equal(declared.Select(descriptor => descriptor.Id).Distinct().Order(), listed.Select(descriptor => descriptor.Id));
    }

    [Theory]
    [MemberData(nameof(IdsOfAdvice))]
    public void Advice_can_be_configured(string id)
    {
        var descriptor = Descriptor(id);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.InRange(descriptor.DefaultSeverity, DiagnosticSeverity.Info, DiagnosticSeverity.Warning);
        Assert.DoesNotContain(WellKnownDiagnosticTags.NotConfigurable, descriptor.CustomTags);
        Assert.DoesNotContain(WellKnownDiagnosticTags.Compiler, descriptor.CustomTags);
    }

    [Theory]
    [MemberData(nameof(IdsOfErrors))]
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
        All.Select(descriptor => descriptor.Id),
        Directory.GetFiles(Path.Combine(Root, "docs", "rules"), "SAFE*.md").Select(Path.GetFileNameWithoutExtension).Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_listed_among_the_releases(string id)
    {
        var releases = Directory.GetFiles(Path.Combine(Root, "generator", "SafeState.Generator"), "AnalyzerReleases.*.md").SelectMany(File.ReadLines);
        Assert.Single(releases, line => line == $"{id} | {Descriptors.Category} | {Descriptor(id).DefaultSeverity} | {Descriptor(id).Title}");
    }

    private static DiagnosticDescriptor Descriptor(string id) => All.Single(descriptor => descriptor.Id == id);
}

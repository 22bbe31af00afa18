using System.Text.RegularExpressions;

namespace SafeState.Generator.Tests.Docs;

/// <summary>What pages refer to is there.</summary>
public sealed partial class PagesTests
{
    public static TheoryData<string> Pages => [.. DocumentationPages.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_inside_the_repository_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(DocumentationPages.Root, page))!;
        var dead =
            from Match link in Link().Matches(DocumentationPages.Prose(page))
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal)
            let parts = target.Split('#')
            let file = parts[0].Length == 0 ? Path.Combine(DocumentationPages.Root, page) : Path.Combine(folder, parts[0])
            where !Path.Exists(file) || (parts.Length == 2 && !Anchors(file).Contains(parts[1]))
            select target;
        Assert.Empty(dead);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_rule_that_is_mentioned_has_a_page(string page) => Assert.All(
        Rule().Matches(DocumentationPages.Read(page)),
        rule => AssertExists($"docs/rules/{rule.Value}.md"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_path_that_is_mentioned_exists(string page) => Assert.All(
        PathOfRepository().Matches(DocumentationPages.Prose(page)),
        path => AssertExists(path.Groups["path"].Value));

    [Fact]
    public void The_index_leads_to_every_page()
    {
        var index = DocumentationPages.Read("docs/README.md");
        Assert.All(
            DocumentationPages.All.Where(page => page.StartsWith("docs/", StringComparison.Ordinal) && page != "docs/README.md"),
            page => Assert.Contains($"]({page["docs/".Length..]})", index, StringComparison.Ordinal));
    }

    private static void AssertExists(string path) =>
        Assert.True(Path.Exists(Path.Combine(DocumentationPages.Root, path)), $"There is no {path}.");

    private static IEnumerable<string> Anchors(string file) => Heading().Matches(File.ReadAllText(file).ReplaceLineEndings("\n"))
        .Select(heading => NotInAnchor().Replace(heading.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"SAFE\d{3}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"`(?<path>(generator|runtime|tests|samples|docs|\.ci)/[\w./-]+)`")]
    private static partial Regex PathOfRepository();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}

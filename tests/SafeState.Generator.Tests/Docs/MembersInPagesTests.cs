using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Tests.Docs;

/// <summary>The page about collections lists the members there are, all of them and no others.</summary>
public sealed partial class MembersInPagesTests
{
    private const string Page = "docs/collections.md";

    private static readonly Compilation Runtime = GeneratorHarness.Compile([], GeneratorOptions.Default);

    // Of a map the copy is generated, because its type depends on the field.
    [Theory]
    [InlineData("Maps", "MapFacade`3", "DeepCopy")]
    [InlineData("Sets", "SetFacade`2")]
    [InlineData("Lists", "ListFacade`2")]
    [InlineData("Queues", "QueueFacade`2")]
    public void The_table_of_a_facade_is_complete(string section, string type, params string[] generated) =>
        Assert.Equal(
            MembersOf(type).Concat(generated).Order(),
            Rows(section).SelectMany(row => Names(row.Split('|')[1])).Distinct().Order());

    [Theory]
    [InlineData("Map", 2)]
    [InlineData("Set", 1)]
    [InlineData("List", 1)]
    [InlineData("Queue", 1)]
    public void The_rows_of_views_are_complete(string stem, int arity)
    {
        var reader = Names(ViewRow($"{stem}Reader"));
        Assert.Equal(MembersOf($"{stem}Reader`{arity}").Order(), reader.Order());
        Assert.Equal(MembersOf($"{stem}Editor`{arity}").Order(), reader.Concat(Names(ViewRow($"{stem}Editor"))).Order());
    }

    private static IEnumerable<string> MembersOf(string type)
    {
        var members = new HashSet<string>();
        for (var current = Runtime.GetTypeByMetadataName($"SafeState.{type}"); current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            members.UnionWith(
                from member in current.GetMembers()
                where member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
                where member.DeclaredAccessibility == Accessibility.Public && !member.IsStatic && !member.Name.StartsWith("__", StringComparison.Ordinal)
                select member is IPropertySymbol { IsIndexer: true } ? "this[]" : member.Name);
        }

        return members;
    }

    private static string ViewRow(string view) => Rows("Inside a scope").Single(row => row.StartsWith($"| `{view}` |", StringComparison.Ordinal)).Split('|')[2];

    private static IEnumerable<string> Rows(string section) => DocumentationPages.Read(Page)
        .Split($"\n## {section}\n")[1]
        .Split("\n## ")[0]
        .Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

    private static IEnumerable<string> Names(string cell) => Code().Matches(cell).Select(code => code.Groups["name"].Value);

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Code();
}

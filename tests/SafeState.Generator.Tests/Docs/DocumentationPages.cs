using System.Reflection;
using System.Text.RegularExpressions;

namespace SafeState.Generator.Tests.Docs;

/// <summary>The pages of the repository that people read.</summary>
internal static partial class DocumentationPages
{
    public const string Readme = "README.md";

    /// <summary>The folder that holds the README.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(
        typeof(DocumentationPages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "GeneratorTestsDirectory").Value!,
        "..",
        ".."));

    /// <summary>The pages whose code is checked; a page of a rule shows code that is wrong beside code that is right, and is left to its own tests.</summary>
    public static IEnumerable<string> WithCheckedCode =>
        Directory.GetFiles(Path.Combine(Root, "docs"), "*.md").Select(RelativePath).Prepend(Readme).Order(StringComparer.Ordinal);

    /// <summary>All pages, by their path from the root.</summary>
    public static IEnumerable<string> All =>
        Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Select(RelativePath)
            .Concat([Readme, "CHANGELOG.md"])
            .Order(StringComparer.Ordinal);

    public static string Read(string page) => File.ReadAllText(Path.Combine(Root, page)).ReplaceLineEndings("\n");

    /// <summary>The text of a page without its blocks of code.</summary>
    public static string Prose(string page) => Fence().Replace(Read(page), "");

    /// <summary>The example that a page talks about: its own, or else the README's.</summary>
    public static CodeBlock Example(string page) =>
        CodeBlock.In(Read(page)).FirstOrDefault(block => block.Promise == "example") ?? Example(Readme);

    private static string RelativePath(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    [GeneratedRegex("^```.*?^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}

using System.Text.RegularExpressions;

namespace SafeState.Generator.Tests.Docs;

/// <summary>Code that a page shows does what the page says of it. A comment above each block says what that is.</summary>
public sealed partial class CodeInPagesTests
{
    /// <summary>The promise of a block that shows a part of a file.</summary>
    private const string Excerpt = "excerpt of ";

    public static TheoryData<string, int> Blocks => Every(block => block.Language == "csharp");

    public static TheoryData<string, int> Messages => Every(block => block.Promise == "reported");

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_of_code_keeps_its_promise(string page, int line)
    {
        var block = Find(page, line);
        var example = DocumentationPages.Example(page);
        switch (block.Promise)
        {
            case "example" or "compiles":
                GeneratorHarness.RunClean(block.With(example), block.Options);
                break;
            case "does not compile":
                Assert.Contains("// ", block.Text, StringComparison.Ordinal);
                var result = GeneratorHarness.Run(block.With(example), block.Options);
                Assert.NotEmpty(result.Findings);
                result.AssertMarked(block.Program);
                break;
            case "generated":
                AssertGenerated(block.Text, example);
                break;
            case var promise when promise.StartsWith(Excerpt, StringComparison.Ordinal):
                AssertParts(block.Text, DocumentationPages.Read(promise[Excerpt.Length..]));
                break;
            default:
                Assert.Fail($"{page}, line {line}: nothing says what is true of this block; write <!-- compiles --> above it, or <!-- does not compile -->.");
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_is_one_that_the_block_before_it_causes(string page, int line)
    {
        var cause = CodeBlock.In(DocumentationPages.Read(page)).Last(block => block.Line < line && block.Promise == "does not compile");
        var findings = GeneratorHarness.Run(cause.With(DocumentationPages.Example(page)), cause.Options).Findings.Select(finding => $"{finding.Id}: {finding.Message}");
        foreach (var message in Find(page, line).Text.TrimEnd().Split("\n\n"))
        {
            Assert.Contains(LineBreak().Replace(message, " "), findings);
        }
    }

    private static TheoryData<string, int> Every(Func<CodeBlock, bool> isMeant)
    {
        var rows = new TheoryData<string, int>();
        foreach (var page in DocumentationPages.WithCheckedCode)
        {
            foreach (var block in CodeBlock.In(DocumentationPages.Read(page)).Where(isMeant))
            {
                rows.Add(page, block.Line);
            }
        }

        return rows;
    }

    private static CodeBlock Find(string page, int line) => CodeBlock.In(DocumentationPages.Read(page)).Single(block => block.Line == line);

    // Lines that say "// …" stand for what is left out.
    private static void AssertGenerated(string excerpt, CodeBlock example) =>
        AssertParts(excerpt, Assert.Single(GeneratorHarness.Run(example.With(null), example.Options).Sources).Value);

    private static void AssertParts(string excerpt, string text)
    {
        var whole = Trimmed(text);
        var position = 0;
        foreach (var part in Trimmed(excerpt).Split("// …\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var found = whole.IndexOf(part, position, StringComparison.Ordinal);
            Assert.True(found >= 0, $"This is not there, or not in this order:\n{part}\nin\n{whole}");
            position = found + part.Length;
        }
    }

    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineBreak();
}

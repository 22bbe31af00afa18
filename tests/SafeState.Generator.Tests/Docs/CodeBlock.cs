using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Tests.Docs;

/// <summary>A piece of code in a page, and what the comment above it promises of it.</summary>
/// <param name="Line">Where it stands in its page.</param>
/// <param name="Promise">The first line of the comment: <c>example</c>, <c>compiles</c>, <c>does not compile</c>, <c>generated</c>, <c>reported</c>, <c>excerpt of</c> a file; or nothing.</param>
/// <param name="Given">The rest of the comment: code around the block that the reader need not see, with <c>…</c> in the place of the block.</param>
/// <param name="Language">What the fence says.</param>
/// <param name="Text">The code.</param>
internal sealed partial record CodeBlock(int Line, string Promise, string Given, string Language, string Text)
{
    private static readonly SourceFile Usings = new("/project/Usings.cs", """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using SafeState;

        """);

    /// <summary>The block in what surrounds it.</summary>
    public string Program => Given.Contains('…') ? Given.Replace("…", Text) : $"{Given}\n{Text}";

    public static IEnumerable<CodeBlock> In(string page) => Fence().Matches(page).Select(match =>
    {
        var comment = match.Groups["comment"].Value.Trim().Split('\n', 2);
        return new CodeBlock(
            page.AsSpan(0, match.Groups["text"].Index).Count('\n'),
            comment[0].Trim(),
            comment.Length == 2 ? comment[1] : "",
            match.Groups["language"].Value,
            match.Groups["text"].Value);
    });

    /// <summary>The program that the block is, together with the example it talks about.</summary>
    public SourceFile[] With(CodeBlock? example) => example is null || example == this
        ? [Usings, new SourceFile("/project/Program.cs", Program)]
        : [Usings, new SourceFile("/project/Example.cs", example.Program), new SourceFile("/project/Program.cs", Program)];

    /// <summary>Statements make a program, declarations a library.</summary>
    public GeneratorOptions Options => GeneratorOptions.Default with
    {
        OutputKind = CSharpSyntaxTree.ParseText(Program).GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any()
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary,
    };

    [GeneratedRegex("""(<!--(?<comment>((?!-->).)*)-->\n+)?^```(?<language>\w*)\n(?<text>.*?)^```$""", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();
}

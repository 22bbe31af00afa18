using Microsoft.CodeAnalysis.CSharp;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;
using SafeState.Generator.Tests.Docs;

namespace SafeState.Generator.Tests.Pipeline;

/// <summary>What could misuse a holder is found by words in the text, and has to be what a walk over all nodes would find.</summary>
public sealed class StrayCandidatesTests
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview);

    [Theory]
    [InlineData("class C { void M() { using var s = EnterRead(); } }")]
    [InlineData("class C { void M() { using var s = @EnterWrite(); } }")]
    [InlineData("class C { void M() { using var s = E\\u006eterWrite(); } }")]
    [InlineData("class C { void M() { using var s = TryEnter\u200dWrite(default); } }")]
    [InlineData("class C { void M(in ReadScope a, in C.WriteScope b) { } }")]
    [InlineData("class C { object M() => $\"{hub.Clients.Locked()} {{Locked}}\"; }")]
    [InlineData("class C { object M() => MemberwiseClone(); } // MemberwiseClone()")]
    [InlineData("class C { int __SAFEcount; int M<__Safe>(int __safe) => __sAfE; }")]
    [InlineData("class __Safe { __safe: goto __safe; }")]
    [InlineData("class C { Visitor v = (in state) => { }; Visitor w = (a,in\nstate) => { }; void M(in int i) { foreach (var j in k) { } } }")]
    [InlineData("class C { [State] int a; [SafeState.NotState, global::SafeState.StateAttribute(Name = \"x\")] int b; }")]
    [InlineData("class C { [A] static extern int M(); [A] partial void N(); int P { [A] extern get; } [A] partial int Q { [B] get; } }")]
    [InlineData("class C { void M() { [A] static extern int N(); } }")]
    [InlineData("#if Never\nclass C { void M() => EnterRead(); }\n#endif\nclass D { /* EnterRead() */ string s = \"EnterRead()\"; }")]
    public void Words_find_what_a_walk_finds(string source) => AssertSame(source);

    [Fact]
    public void Words_find_what_a_walk_finds_in_all_of_this_project() => Assert.All(
        Directory.GetFiles(Path.Combine(DocumentationPages.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(DocumentationPages.Root, "samples"), "*.cs", SearchOption.AllDirectories)),
        file => AssertSame(File.ReadAllText(file)));

    private static void AssertSame(string source)
    {
        var file = CSharpSyntaxTree.ParseText(source, Language);
        Assert.Equal(file.GetRoot().DescendantNodes().Where(ReachRules.IsCandidate), StrayCandidates.In(file, default).OrderBy(node => node.SpanStart).ThenByDescending(node => node.Span.Length));
    }
}

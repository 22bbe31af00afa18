namespace SafeState.Generator.Tests.HolderRules;

/// <summary>SAFE003 says what is wrong with what a field is given, and what to give it. What is flagged is in MustNotCompile.</summary>
public sealed class ForeignCollectionTests
{
    [Theory]
    [InlineData("Source.Log", "'_log' of 'Hub' is given a collection that somebody else may hold and change without the lock: copy it, 'new(Source.Log)'")]
    [InlineData("null!", "'_log' of 'Hub' is given no collection: give it one of its own, 'new()'")]
    [InlineData("default!", "'_log' of 'Hub' is given no collection: give it one of its own, 'new()'")]
    public void The_message_says_what_to_write(string value, string expected) => Assert.Equal(
        expected,
        Assert.Single(GeneratorHarness.Run($$"""
            using System.Collections.Generic;
            static class Source { public static List<int> Log { get; } = new(); }
            [SafeState.SharedState] partial class Hub { private readonly List<int> _log = {{value}}; }
            """).GeneratorFindings).Message);
}

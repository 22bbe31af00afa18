namespace SafeState.CodeFixes.Tests;

/// <summary>SAFE201: a class with an unguarded map becomes a holder.</summary>
public sealed class MakeHolderTests
{
    private static readonly MakeHolderFix Fix = new();

    [Fact]
    public async Task A_class_becomes_a_holder_whose_uses_are_mended_after_it()
    {
        var holder = await FixHarness.ApplyAllAsync(
            Fix,
            Program("""
                /// <summary>Who is there.</summary>
                public static class Registry
                {
                    private static readonly Dictionary<string, int> s_entries = new();

                    public static void Put(string key) => s_entries[key] = 1;

                    public static int Get(string key) => s_entries[key];
                }
                """),
            "holder");
        Assert.Contains("[SharedState]\npublic static partial class Registry", holder);
        await FixTest.AssertAllAsync(
            new UseGeneratedMembersFix(),
            holder,
            Program("""
                /// <summary>Who is there.</summary>
                [SharedState]
                public static partial class Registry
                {
                    private static readonly Dictionary<string, int> s_entries = new();

                    public static void Put(string key) => Entries[key] = 1;

                    public static int Get(string key) => Entries[key];
                }
                """),
            "access");
    }

    [Fact]
    public async Task Without_a_using_the_attribute_has_its_full_name() => Assert.Contains(
        "[SafeState.SharedState]",
        await FixHarness.ApplyAsync(Fix, Program("public static class Registry\n{\n    private static readonly Dictionary<int, int> s_all = new();\n    public static void Put(int key) => s_all[key] = 1;\n}").Replace("using SafeState;\n", "")));

    [Theory]
    [InlineData("public class Registry { private static readonly Dictionary<int, int> s_all = new(); public static void Put(int key) => s_all[key] = 1; }")]
    [InlineData("file static class Registry { private static readonly Dictionary<int, int> s_all = new(); public static void Put(int key) => s_all[key] = 1; }")]
    public Task A_class_that_cannot_guard_the_map_is_left_to_its_author(string type) => FixTest.AssertNothingOfferedAsync(Fix, Program(type));

    private static string Program(string type) => $"using System.Collections.Generic;\nusing SafeState;\n\n{type.ReplaceLineEndings("\n")}";
}

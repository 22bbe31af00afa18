namespace SafeState.CodeFixes.Tests;

/// <summary>SAFE002: parameters of a primary constructor that are used afterwards are kept in fields.</summary>
public sealed class KeepParameterTests
{
    private static readonly KeepParameterFix Fix = new();

    [Fact]
    public async Task Parameters_become_fields_whose_uses_are_mended_after_it()
    {
        var kept = await FixHarness.ApplyAllAsync(
            Fix,
            Program("""
                private readonly int _first = seed.Count + next;

                public bool Knows(string key) => seed.ContainsKey(key);

                public int TakeNext() => next++;
                """),
            "keep");
        await FixTest.AssertAllAsync(
            new UseGeneratedMembersFix(),
            kept,
            Program("""
                private int _next = next;
                private readonly Dictionary<string, int> _seed = new(seed, seed.Comparer);
                private readonly int _first = seed.Count + next;

                public bool Knows(string key) => Seed.ContainsKey(key);

                public int TakeNext()
                {
                    using var state = EnterWrite();
                    return state.Next++;
                }
                """),
            "access");
    }

    [Fact]
    public Task A_collection_of_collections_is_left_to_its_author() => FixTest.AssertNothingOfferedAsync(
        Fix,
        "using System.Collections.Generic;\nusing SafeState;\n\n[SharedState]\npublic partial class Hub(Dictionary<string, List<int>> seed)\n{\n    public bool Knows(string key) => seed.ContainsKey(key);\n}");

    private static string Program(string members) => $$"""
        using System.Collections.Generic;
        using SafeState;

        [SharedState]
        public sealed partial class Hub(Dictionary<string, int> seed, int next)
        {
            {{members.ReplaceLineEndings("\n").Replace("\n", "\n    ").Replace("\n    \n", "\n\n")}}
        }
        """;
}

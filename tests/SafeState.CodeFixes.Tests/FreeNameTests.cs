namespace SafeState.CodeFixes.Tests;

/// <summary>SAFE007: names of generated members become free.</summary>
public sealed class FreeNameTests
{
    private static readonly FreeNameFix Fix = new();

    [Fact]
    public async Task Properties_that_hand_out_state_go()
    {
        var mended = await FixHarness.ApplyAllAsync(
            Fix,
            Program("""
                private int _peak;
                private long _total;
                private readonly List<string> _log = new();
                private readonly object _gate = new();

                // The highest so far.
                public int Peak => _peak;

                public long Total
                {
                    get
                    {
                        lock (_gate)
                        {
                            return _total;
                        }
                    }
                }

                public IEnumerable<string> Log => _log;

                public int Twice => Peak * 2;
                """),
            "remove");
        Assert.Equal(
            Program("""
                private int _peak;
                private long _total;
                private readonly List<string> _log = new();
                private readonly object _gate = new();

                public int Twice => Peak * 2;
                """),
            mended);
        GeneratorHarness.RunClean(mended);
    }

    [Fact]
    public async Task A_field_gets_another_name_than_its_property()
    {
        var mended = await FixHarness.ApplyAllAsync(Fix, Program("private int Peak = 1;\n\npublic int Twice() => Peak * 2;"), "rename");
        Assert.Equal(Program("private int _peak = 1;\n\npublic int Twice() => _peak * 2;"), mended);
    }

    [Theory]
    [InlineData("private int _peak;\npublic long Peak => _peak;")]
    [InlineData("private int _peak;\npublic int Peak { get => _peak; set => _peak = value; }")]
    [InlineData("private int _peak;\ninternal int Peak => _peak;")]
    [InlineData("private int _peak;\npublic int Peak => _peak + 1;")]
    [InlineData("private readonly List<int> _log = new();\npublic List<int> Log => _log;")]
    public Task A_property_that_is_another_thing_is_left_to_its_author(string members) => FixTest.AssertNothingOfferedAsync(Fix, Program(members));

    private static string Program(string members) => $$"""
        using System.Collections.Generic;
        using SafeState;

        [SharedState]
        public sealed partial class Hub
        {
            {{members.ReplaceLineEndings("\n").Replace("\n", "\n    ").Replace("\n    \n", "\n\n")}}
        }
        """;
}

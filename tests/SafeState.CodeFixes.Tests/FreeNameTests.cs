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
                private byte _least;
                private readonly List<string> _log = new();
                private readonly object _gate = new();

                // The highest so far.
                public int Peak => _peak;

                public long Total => System.Threading.Interlocked.Read(ref _total);

                public byte Least
                {
                    get
                    {
                        lock (_gate)
                        {
                            return _least;
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
                private byte _least;
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

    [Fact]
    public Task Where_something_else_has_the_name_the_property_gets_another() => FixTest.AssertAllAsync(
        Fix,
        Program("private int _peak;\n// One by one.\nprivate readonly List<int> _log = new();\n\npublic int Peak(int least) => least;\n\npublic void Log() { }"),
        Program("[State(Name = \"PeakState\")]\nprivate int _peak;\n// One by one.\n[State(Name = \"LogState\")]\nprivate readonly List<int> _log = new();\n\npublic int Peak(int least) => least;\n\npublic void Log() { }"),
        "name");

    [Theory]
    [InlineData("private int _peak;\npublic long Peak => _peak;")]
    [InlineData("private int _peak;\npublic int Peak { get => _peak; set => _peak = value; }")]
    [InlineData("private int _peak;\ninternal int Peak => _peak;")]
    [InlineData("private int _peak;\npublic int Peak => _peak + 1;")]
    [InlineData("private readonly List<int> _log = new();\npublic List<int> Log => _log;")]
    public async Task A_property_that_is_another_thing_stays(string members) =>
        Assert.StartsWith("Name the generated property", Assert.Single(await FixHarness.OffersAsync(Fix, Program(members))), StringComparison.Ordinal);

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

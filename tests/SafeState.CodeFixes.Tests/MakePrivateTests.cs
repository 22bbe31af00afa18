namespace SafeState.CodeFixes.Tests;

/// <summary>SAFE002: fields and properties that others can reach become private fields.</summary>
public sealed class MakePrivateTests
{
    private const string Others = """

        public static class Others
        {
            public static int Read(Hub hub) => hub.Clients.Count + hub.Peak;
        }
        """;

    private static readonly MakePrivateFix Fix = new();

    [Fact]
    public Task A_field_is_renamed_and_others_find_the_property() => FixTest.AssertAllAsync(
        Fix,
        Program("""
            /// <summary>Who is there.</summary>
            public readonly Dictionary<string, int> Clients = new(); // all of them
            internal int peak = 1;

            public string Name => nameof(Clients);
            """).Replace("hub.Peak", "hub.peak"),
        Program("""
            /// <summary>Who is there.</summary>
            private readonly Dictionary<string, int> _clients = new(); // all of them
            private int _peak = 1;

            public string Name => nameof(Clients);
            """),
        "private");

    [Fact]
    public Task A_property_becomes_a_field_that_is_there_from_the_beginning() => FixTest.AssertAllAsync(
        Fix,
        Program("""
            // Who is there.
            public Dictionary<string, int> Clients { get; } = new(StringComparer.Ordinal);

            public List<string> Log { get; private set; } = [];

            public HashSet<string> Rooms { get; }

            public int Peak { get; private set; }
            """),
        Program("""
            // Who is there.
            private readonly Dictionary<string, int> _clients = new(StringComparer.Ordinal);

            private List<string> _log = [];

            private readonly HashSet<string> _rooms = new();

            private int _peak;
            """),
        "private");

    [Fact]
    public async Task Uses_in_the_holder_follow_and_are_mended_after_it()
    {
        var before = Program("""
            public Dictionary<string, int> Clients { get; } = new();
            public int Peak { get; private set; }

            public void Join(string name)
            {
                Clients[name] = 1;
                Peak = Math.Max(Peak, Clients.Count);
            }
            """);
        var after = await FixHarness.ApplyAllAsync(Fix, before, "private");
        Assert.Contains("_clients[name] = 1;", after);
        await FixTest.AssertAllAsync(
            new UseGeneratedMembersFix(),
            after,
            Program("""
                private readonly Dictionary<string, int> _clients = new();
                private int _peak;

                public void Join(string name)
                {
                    using var state = EnterWrite();
                    state.Clients.Set(name, 1);
                    state.Peak = Math.Max(state.Peak, state.Clients.Count);
                }
                """),
            "access");
    }

    [Theory]
    [InlineData("public int Peak { get; set; }", "public static class Writer { public static void M(Hub hub) => hub.Peak = 1; }")]
    [InlineData("public int Peak;", "public static class Writer { public static void M(Hub hub) => hub.Peak++; }")]
    [InlineData("public int Peak { get; set; }", "public static class Writer { public static Hub M() => new() { Peak = 1 }; }")]
    [InlineData("public int Peak { get; set; } private int _peak;", "")]
    [InlineData("[Obsolete] public int Peak { get; set; }", "")]
    [InlineData("public List<int> Log { get; init; } = new();", "")]
    [InlineData("int ICounter.Peak { get; set; }", "public interface ICounter { int Peak { get; set; } }")]
    [InlineData("public int Peak { get => field; set => field = value; }", "")]
    public Task A_member_that_means_more_than_a_value_is_left_to_its_author(string member, string others) => FixTest.AssertNothingOfferedAsync(
        Fix,
        $$"""
        using System;
        using System.Collections.Generic;
        using SafeState;

        [SharedState]
        public partial class Hub{{(member.StartsWith("int ICounter", StringComparison.Ordinal) ? " : ICounter" : "")}} { {{member}} }

        {{others}}
        """);

    private static string Program(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using SafeState;

        [SharedState]
        public sealed partial class Hub
        {
            {{members.ReplaceLineEndings("\n").Replace("\n", "\n    ").Replace("\n    \n", "\n\n")}}
        }
        {{Others}}
        """;
}

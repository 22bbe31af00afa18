namespace SafeState.CodeFixes.Tests;

/// <summary>SAFE003: what somebody else may hold is copied.</summary>
public sealed class CopyCollectionTests
{
    private static readonly CopyCollectionFix Fix = new();

    [Fact]
    public Task Copies_keep_their_comparers() => FixTest.AssertAllAsync(
        Fix,
        Program("""
            _counts = counts;
            _rooms = source.Rooms; // all
            _log = log;
            _names = null!;
            """),
        Program("""
            _counts = new(counts, counts.Comparer);
            _rooms = new(source.Rooms, source.Rooms.Comparer); // all
            _log = new(log);
            _names = new();
            """),
        "copy");

    [Theory]
    [InlineData("_counts = Make(counts); _rooms = new(); _log = new(); _names = new();")]
    [InlineData("_counts = counts ?? throw new ArgumentNullException(nameof(counts)); _rooms = new(); _log = new(); _names = new();")]
    public Task What_is_computed_is_not_computed_twice(string statements) => FixTest.AssertNothingOfferedAsync(Fix, Program(statements));

    private static string Program(string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using SafeState;

        public sealed class Source
        {
            public HashSet<string> Rooms { get; } = new();
        }

        [SharedState]
        public sealed partial class Hub
        {
            private readonly Dictionary<string, int> _counts;
            private readonly HashSet<string> _rooms;
            private readonly List<string> _log;
            private readonly SortedDictionary<int, string> _names;

            public Hub(Dictionary<string, int> counts, Source source, List<string> log)
            {
                {{statements.ReplaceLineEndings("\n").Replace("\n", "\n        ")}}
            }

            private static Dictionary<string, int> Make(Dictionary<string, int> counts) => counts;
        }
        """;
}

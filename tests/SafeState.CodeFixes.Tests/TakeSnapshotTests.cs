namespace SafeState.CodeFixes.Tests;

/// <summary>SAFE106: a snapshot is one instant.</summary>
public sealed class TakeSnapshotTests
{
    [Fact]
    public Task What_counts_first_is_given_a_snapshot() => FixTest.AssertAllAsync(
        new TakeSnapshotFix(),
        Program("public int[] First() => [.. Jobs, 1]; // all\n\n    public static List<int> Second(Hub hub) => [.. hub.Jobs];"),
        Program("public int[] First() => [.. Jobs.Snapshot(), 1]; // all\n\n    public static List<int> Second(Hub hub) => [.. hub.Jobs.Snapshot()];"),
        "snapshot");

    private static string Program(string members) => $$"""
        using System.Collections.Generic;
        using SafeState;

        [SharedState]
        public sealed partial class Hub
        {
            private readonly List<int> _jobs = new();

            {{members}}
        }
        """;
}

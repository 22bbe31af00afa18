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

    [Fact]
    public Task What_serialises_a_holder_is_given_a_snapshot() => FixTest.AssertAllAsync(
        new TakeSnapshotFix(),
        Program("public string Json() => System.Text.Json.JsonSerializer.Serialize(this);\n\n    public static string Json(Hub hub) => System.Text.Json.JsonSerializer.Serialize<object>(hub);"),
        Program("public string Json() => System.Text.Json.JsonSerializer.Serialize(this.Snapshot());\n\n    public static string Json(Hub hub) => System.Text.Json.JsonSerializer.Serialize<object>(hub.Snapshot());"),
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

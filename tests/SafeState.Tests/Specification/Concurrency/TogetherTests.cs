using System.Text.Json;
using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Concurrency;

/// <summary>What one scope writes is seen as a whole or not at all, whichever way it is read.</summary>
public sealed class TogetherTests
{
    public static TheoryData<string> Ways => [.. Readings.Keys];

    /// <summary>Each way to read several fields at one instant; all of them hold the same number.</summary>
    private static Dictionary<string, Func<Board, int[]>> Readings { get; } = new()
    {
        ["a read scope"] = board =>
        {
            using var state = board.EnterRead();
            return [Get(state.Scores), state.Total, (int)state.Wide.Number, state.Lines.Count];
        },
        ["a write scope"] = board =>
        {
            using var state = board.EnterWrite();
            return [state.Scores.TryGetValue("number", out var score) ? score : 0, state.Total, (int)state.Wide.Number, state.Lines.Count];
        },
        ["Snapshot"] = board => Numbers(board.Snapshot()),
        ["JSON of Snapshot"] = board =>
        {
            using var json = JsonDocument.Parse(JsonSerializer.Serialize(board.Snapshot()));
            var state = json.RootElement;
            return
            [
                state.GetProperty("Scores").TryGetProperty("number", out var score) ? score.GetInt32() : 0,
                state.GetProperty("Total").GetInt32(),
                state.GetProperty("Wide").GetProperty("Number").GetInt32(),
                state.GetProperty("Lines").GetArrayLength(),
            ];
        },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void FieldsWrittenTogetherAreNeverSeenApart(string way)
    {
        var board = new Board();
        var read = Readings[way];
        Threads.RunWhile(
            300,
            () =>
            {
                var numbers = read(board);
                Assert.All(numbers, number => Assert.Equal(numbers[0], number));
            },
            () => WriteEverywhere(board),
            () => WriteEverywhere(board));
    }

    [Fact]
    public void AWideStructIsNeverTorn()
    {
        var board = new Board();
        Threads.RunWhile(5_000, () => Assert.True(board.Wide.IsWhole), () => WriteWide(board, 1), () => WriteWide(board, -1));
    }

    [Fact]
    public void ASnapshotNeverChanges()
    {
        var board = new Board();
        var kept = new List<(Board.StateSnapshot Snapshot, int[] Numbers, string Lines)>();
        Threads.RunWhile(
            100,
            () =>
            {
                var snapshot = board.Snapshot();
                if (kept.Count == 0 || !ReferenceEquals(kept[^1].Snapshot, snapshot))
                {
                    kept.Add((snapshot, Numbers(snapshot), string.Join(' ', snapshot.Lines)));
                }
            },
            () => WriteEverywhere(board));

        WriteEverywhere(board);
        Assert.All(kept, one =>
        {
            Assert.Equal(one.Numbers, Numbers(one.Snapshot));
            Assert.Equal(one.Lines, string.Join(' ', one.Snapshot.Lines));
        });
    }

    private static void WriteEverywhere(Board board)
    {
        using var state = board.EnterWrite();
        var number = (state.Total + 1) % 20;
        state.Total = number;
        state.Scores.Set("number", number);
        if (number == 0)
        {
            state.Lines.Clear();
        }
        else
        {
            state.Lines.Add("line");
        }

        state.Wide = Wide.Of(number);
    }

    private static void WriteWide(Board board, long step)
    {
        using var state = board.EnterWrite();
        state.Wide = Wide.Of(state.Wide.Number + step);
    }

    private static int[] Numbers(Board.StateSnapshot snapshot) =>
        [snapshot.Scores.GetValueOrDefault("number"), snapshot.Total, (int)snapshot.Wide.Number, snapshot.Lines.Count];

    private static int Get(MapReader<string, int> map) => map.TryGetValue("number", out var number) ? number : 0;
}

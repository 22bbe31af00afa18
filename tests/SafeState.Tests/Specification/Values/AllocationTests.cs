using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Values;

/// <summary>What is done all the time allocates nothing.</summary>
public sealed class AllocationTests
{
    public static TheoryData<string> Ways => [.. Operations.Keys.Where(way => !Traits.WritesCopy || !way.StartsWith("write", StringComparison.Ordinal))];

    private static Dictionary<string, Action<Board>> Operations { get; } = new()
    {
        ["TryGetValue"] = board => board.Scores.TryGetValue("a", out _),
        ["TryGetValue of a missing key"] = board => board.Scores.TryGetValue("missing", out _),
        ["TryGetValue of a sorted map"] = board => board.Ranks.TryGetValue("a", out _),
        ["ContainsKey"] = board => board.Scores.ContainsKey("a"),
        ["get"] = board => _ = board.Scores["a"],
        ["GetOrAdd of a key that is there"] = board => board.Scores.GetOrAdd("a", static _ => 1),
        ["GetOrAdd of a key that is there, with an argument"] = board => board.Scores.GetOrAdd("a", static (_, one) => one, 1),
        ["Contains of a set"] = board => board.Tags.Contains("a"),
        ["get of a list"] = board => _ = board.Lines[0],
        ["TryPeek"] = board => board.Jobs.TryPeek(out _),
        ["a scalar"] = board => _ = board.Total + board.Wide.Number,
        ["Snapshot of all"] = board => board.Snapshot(),
        ["Snapshot of a map"] = board => board.Scores.Snapshot(),
        ["Snapshot of a list"] = board => board.Lines.Snapshot(),
        ["Version"] = board => _ = board.Version,
        ["foreach over a hash map"] = board =>
        {
            foreach (var _ in board.Scores)
            {
            }
        },
        ["Locked of a hash map"] = board =>
        {
            foreach (var _ in board.Scores.Locked())
            {
            }
        },
        ["Locked of a set"] = board =>
        {
            foreach (var _ in board.Tags.Locked())
            {
            }
        },
        ["Locked of a list"] = board =>
        {
            foreach (var _ in board.Lines.Locked())
            {
            }
        },
        ["Locked of a queue"] = board =>
        {
            foreach (var _ in board.Jobs.Locked())
            {
            }
        },
        ["a read scope"] = board =>
        {
            using var state = board.EnterRead();
            _ = state.Scores.Count + state.Total;
            foreach (var _ in state.Scores)
            {
            }
        },
        ["a read scope with a timeout"] = board =>
        {
            using var state = board.TryEnterRead(TimeSpan.Zero);
            _ = state.Entered;
        },
        ["a write scope that writes nothing"] = board =>
        {
            using var state = board.EnterWrite();
            _ = state.Scores.Remove("missing");
        },
        ["write: Set of a key that is there"] = board => board.Scores.Set("a", 2),
        ["write: Set of a key that is there in a sorted map"] = board => board.Ranks["a"] = 2,
        ["write: TryUpdate"] = board => board.Scores.TryUpdate("a", 2, 2),
        ["write: Update with a static delegate"] = board => board.Scores.Update("a", static (_, value, one) => value + one, 1),
        ["write: AddOrUpdate with static delegates"] = board => board.Scores.AddOrUpdate("a", static (_, one) => one, static (_, value, one) => value + one, 1),
        ["write: Add and Remove of a set"] = board =>
        {
            board.Tags.Remove("a");
            board.Tags.Add("a");
        },
        ["write: Enqueue and TryDequeue"] = board =>
        {
            board.Jobs.Enqueue("a");
            board.Jobs.TryDequeue(out _);
        },
        ["write: a write scope"] = board =>
        {
            using var state = board.EnterWrite();
            state.Scores.Set("a", 3);
            state.Lines.Set(0, "b");
            state.Total++;
        },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void IsZeroBytes(string way)
    {
        var board = new Board();
        board.Scores["a"] = 1;
        board.Ranks["a"] = 1;
        board.Tags.Add("a");
        board.Lines.Add("a");
        board.Jobs.EnqueueRange(["a", "b"]);
        var operation = Operations[way];

        // What is lazy is made by the first calls; a later round is what the operation costs for ever after.
        var allocated = Enumerable.Range(0, 5).Select(_ => Allocated(() => operation(board))).ToList();
        Assert.Equal(0, allocated.Min());
    }

    private static long Allocated(Action operation)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 200; time++)
        {
            operation();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

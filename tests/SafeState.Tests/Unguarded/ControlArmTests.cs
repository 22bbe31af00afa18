using SafeState.Tests.Holders;

namespace SafeState.Tests.Unguarded;

/// <summary>
/// The control arm: the workloads of this suite, on raw collections that nothing guards, do go wrong. What they find nothing
/// wrong with is therefore guarded, and not just lucky.
/// </summary>
public sealed class ControlArmTests
{
    private const int MaximumAttempts = 100;
    private const int SmallestCount = 1_000;
    private const int LargestCount = 1_000_000;

    public static TheoryData<string> Workloads => [.. Unguarded.Keys];

    /// <summary>Each workload runs once and says whether everything was in order; an exception of the collection counts as not.</summary>
    private static Dictionary<string, Func<int, bool>> Unguarded { get; } = new()
    {
        ["sums in a dictionary"] = count =>
        {
            var map = new Dictionary<string, int> { ["sum"] = 0 };
            return Workload.IsSumExact(count, () => map["sum"]++, () => map["sum"]);
        },
        ["sums in a sorted dictionary"] = count =>
        {
            var map = new SortedDictionary<string, int> { ["sum"] = 0 };
            return Workload.IsSumExact(count, () => map["sum"]++, () => map["sum"]);
        },
        ["sums in a scalar"] = count =>
        {
            var total = 0;
            return Workload.IsSumExact(count, () => total++, () => total);
        },
        ["additions to a list"] = count =>
        {
            var list = new List<string>();
            return Workload.IsSumExact(count, () => list.Add("line"), () => list.Count);
        },
        ["additions to a queue"] = count =>
        {
            var queue = new Queue<string>();
            return Workload.IsSumExact(count, () => queue.Enqueue("job"), () => queue.Count);
        },
        ["additions to a set"] = count =>
        {
            var (set, number) = (new HashSet<int>(), 0);
            return Workload.IsSumExact(count, () => set.Add(Interlocked.Increment(ref number)), () => set.Count);
        },
        ["removals from a dictionary"] = count =>
        {
            var map = Enumerable.Range(0, count).ToDictionary(number => number);
            return Workload.IsEachTakenOnce(count, number => map.Remove(number));
        },
        ["a wide struct"] = count =>
        {
            var wide = default(Wide);
            return Workload.IsWideWhole(count, () => wide, next => wide = next);
        },
        ["enumeration"] = count =>
        {
            var map = new Dictionary<int, int>();
            return Workload.IsEnumerable(count, () => map, number => map[number] = number, number => map.Remove(number));
        },
    };

    /// <summary>The same workloads on a holder.</summary>
    private static Dictionary<string, Func<Board, int, bool>> Guarded { get; } = new()
    {
        ["sums in a dictionary"] = (board, count) => Workload.IsSumExact(count, () => board.Scores.AddOrUpdate("sum", 1, (_, sum) => sum + 1), () => board.Scores["sum"]),
        ["sums in a sorted dictionary"] = (board, count) => Workload.IsSumExact(count, () => board.Ranks.AddOrUpdate("sum", 1, (_, sum) => sum + 1), () => board.Ranks["sum"]),
        ["sums in a scalar"] = (board, count) => Workload.IsSumExact(count, () => Add(board), () => board.Total),
        ["additions to a list"] = (board, count) => Workload.IsSumExact(count, () => board.Lines.Add("line"), () => board.Lines.Count),
        ["additions to a queue"] = (board, count) => Workload.IsSumExact(count, () => board.Jobs.Enqueue("job"), () => board.Jobs.Count),
        ["additions to a set"] = (board, count) =>
        {
            var number = 0;
            return Workload.IsSumExact(count, () => board.Tags.Add($"{Interlocked.Increment(ref number)}"), () => board.Tags.Count);
        },
        ["removals from a dictionary"] = (board, count) =>
        {
            board.Scores.ReplaceAll(Enumerable.Range(0, count).Select(number => KeyValuePair.Create($"{number}", number)));
            return Workload.IsEachTakenOnce(count, number => board.Scores.Remove($"{number}"));
        },
        ["a wide struct"] = (board, count) => Workload.IsWideWhole(count, () => board.Wide, next => SetWide(board, next)),
        ["enumeration"] = (board, count) => Workload.IsEnumerable(count, () => board.Scores, number => board.Scores[$"{number}"] = number, number => board.Scores.Remove($"{number}")),
    };

    // Each attempt is twice as long as the last: on a busy machine threads that do little do not even meet.
    [Theory]
    [MemberData(nameof(Workloads))]
    public void FailsWithoutTheLock(string workload) => Assert.Contains(
        Enumerable.Range(0, MaximumAttempts),
        attempt => !Workload.Holds(() => Unguarded[workload](Math.Min(SmallestCount << Math.Min(attempt, 10), LargestCount))));

    [Theory]
    [MemberData(nameof(Workloads))]
    public void HoldsInAHolder(string workload)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.True(Workload.Holds(() => Guarded[workload](new Board(), SmallestCount)));
        }
    }

    private static void Add(Board board)
    {
        using var state = board.EnterWrite();
        state.Total++;
    }

    private static void SetWide(Board board, Wide wide)
    {
        using var state = board.EnterWrite();
        state.Wide = wide;
    }
}

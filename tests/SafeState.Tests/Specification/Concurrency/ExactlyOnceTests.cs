using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Concurrency;

/// <summary>What there is once, one thread gets: the others are told that it is gone.</summary>
public sealed class ExactlyOnceTests
{
    private const int ThreadCount = 4;
    private const int Count = 400;

    public static TheoryData<string> Ways => [.. Takings.Keys];

    /// <summary>How to fill a holder with the numbers below <see cref="Count"/>, and how to take one number.</summary>
    private static Dictionary<string, (Action<Board> Fill, Func<Board, int, IEnumerable<int>> Take)> Takings { get; } = new()
    {
        ["Remove from a map"] = (FillMap, (board, number) => When(board.Scores.Remove($"{number}"), number)),
        ["Remove from a map, with the value"] = (FillMap, (board, number) => When(board.Scores.Remove($"{number}", out var value), value)),
        ["RemoveWhere from a map"] = (FillMap, (board, number) => When(board.Scores.RemoveWhere((_, value) => value == number) == 1, number)),
        ["Remove from a map in a scope"] = (FillMap, (board, number) => When(RemoveInScope(board, number), number)),
        ["Remove from a sorted map"] = (
            board => board.Ranks.ReplaceAll(Numbers().Select(number => KeyValuePair.Create($"{number}", number))),
            (board, number) => When(board.Ranks.Remove($"{number}"), number)),
        ["Remove from a set"] = (board => board.Tags.AddRange(Numbers().Select(number => $"{number}")), (board, number) => When(board.Tags.Remove($"{number}"), number)),
        ["Add to a set"] = (_ => { }, (board, number) => When(board.Tags.Add($"{number}"), number)),
        ["TryAdd to a map"] = (_ => { }, (board, number) => When(board.Scores.TryAdd($"{number}", number), number)),
        ["Remove from a list"] = (board => board.Lines.ReplaceAll(Numbers().Select(number => $"{number}")), (board, number) => When(board.Lines.Remove($"{number}"), number)),
        ["TryDequeue"] = (FillQueue, (board, _) => board.Jobs.TryDequeue(out var job) ? [int.Parse(job!)] : []),
        ["DequeueAll"] = (FillQueue, (board, _) => board.Jobs.DequeueAll().Select(job => int.Parse(job!))),
        ["TryDequeue in a scope"] = (FillQueue, (board, _) => DequeueInScope(board)),
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void EachIsTakenByOneThread(string way)
    {
        var board = new Board();
        var (fill, take) = Takings[way];
        fill(board);
        var taken = new List<int>[ThreadCount];

        Threads.Run(ThreadCount, thread => taken[thread] = [.. Numbers().SelectMany(number => take(board, number))]);

        Assert.Equal(Numbers(), taken.SelectMany(numbers => numbers).Order());
    }

    [Fact]
    public void WhatIsEnqueuedMeanwhileIsDequeuedOnceAndInTheOrderOfItsThread()
    {
        var board = new Board();
        var dequeued = new List<string>();
        var isDone = 0;
        Threads.Run(ThreadCount, thread =>
        {
            if (thread > 0)
            {
                for (var number = 0; number < Count; number++)
                {
                    board.Jobs.Enqueue($"{thread}:{number}");
                }

                Interlocked.Increment(ref isDone);
                return;
            }

            bool isLast;
            do
            {
                isLast = Volatile.Read(ref isDone) == ThreadCount - 1;
                while (board.Jobs.TryDequeue(out var job))
                {
                    dequeued.Add(job!);
                }
            }
            while (!isLast);
        });

        for (var thread = 1; thread < ThreadCount; thread++)
        {
            Assert.Equal(Numbers().Select(number => $"{thread}:{number}"), dequeued.Where(job => job.StartsWith($"{thread}:", StringComparison.Ordinal)));
        }
    }

    private static IEnumerable<int> Numbers() => Enumerable.Range(0, Count);

    private static IEnumerable<int> When(bool taken, int number) => taken ? [number] : [];

    private static void FillMap(Board board) => board.Scores.ReplaceAll(Numbers().Select(number => KeyValuePair.Create($"{number}", number)));

    private static void FillQueue(Board board) => board.Jobs.EnqueueRange(Numbers().Select(number => $"{number}"));

    private static bool RemoveInScope(Board board, int number)
    {
        using var state = board.EnterWrite();
        return state.Scores.Remove($"{number}");
    }

    private static IEnumerable<int> DequeueInScope(Board board)
    {
        using var state = board.EnterWrite();
        return state.Jobs.TryDequeue(out var job) ? [int.Parse(job!)] : [];
    }
}

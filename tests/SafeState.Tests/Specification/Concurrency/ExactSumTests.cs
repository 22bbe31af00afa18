using System.Globalization;
using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Concurrency;

/// <summary>Nothing is lost: what many threads add up is exact, whichever operation they use.</summary>
public sealed class ExactSumTests
{
    private const int ThreadCount = 4;
    private const int Each = 1_000;

    public static TheoryData<string> Ways => [.. Additions.Keys];

    private static Dictionary<string, (Action<Board> Add, Func<Board, int> Read)> Additions { get; } = new()
    {
        ["AddOrUpdate"] = (board => board.Scores.AddOrUpdate("sum", 1, (_, sum) => AddSlowly(sum)), board => board.Scores["sum"]),
        ["AddOrUpdate with an argument"] = (board => board.Scores.AddOrUpdate("sum", static (_, one) => one, static (_, sum, one) => AddSlowly(sum), 1), board => board.Scores["SUM"]),
        ["Update"] = (
            board =>
            {
                board.Ranks.TryAdd("sum", 0);
                Assert.True(board.Ranks.Update("sum", (_, sum) => AddSlowly(sum)));
            },
            board => board.Ranks["sum"]),
        ["TryUpdate until it succeeds"] = (
            board =>
            {
                int sum;
                do
                {
                    sum = board.Scores.GetOrAdd("sum", 0);
                }
                while (!board.Scores.TryUpdate("sum", sum + 1, sum));
            },
            board => board.Scores["sum"]),
        ["a scalar in a scope"] = (AddInScope, board => board.Total),
        ["a map in a scope"] = (AddInScope, board => board.Scores["sum"]),
        ["Update of a list"] = (
            board =>
            {
                if (board.Lines.IsEmpty)
                {
                    AddFirstLine(board);
                }

                board.Lines.Update(0, line => $"{AddSlowly(int.Parse(line!, CultureInfo.InvariantCulture))}");
            },
            board => int.Parse(board.Lines[0]!, CultureInfo.InvariantCulture)),
        ["Add to a list"] = (board => board.Lines.Add("line"), board => board.Lines.Count),
        ["AddRange to a list"] = (board => board.Lines.AddRange(["line"]), board => board.Lines.Count),
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void NoAdditionIsLost(string way)
    {
        var board = new Board();
        var (add, read) = Additions[way];
        var each = way.Contains("list", StringComparison.Ordinal) && Traits.WritesCopy ? Each / 10 : Each;

        Threads.Run(ThreadCount, _ =>
        {
            for (var time = 0; time < each; time++)
            {
                add(board);
            }
        });

        Assert.Equal(ThreadCount * each, read(board));
    }

    [Fact]
    public void VersionCountsEveryChangeOfEveryThread()
    {
        var board = new Board();
        Threads.Run(ThreadCount, number =>
        {
            for (var time = 0; time < Each; time++)
            {
                board.Scores[$"{number}"] = time;
                board.Scores.Remove("nobody");
            }
        });

        Assert.Equal(ThreadCount * Each, board.Version);
    }

    private static void AddFirstLine(Board board)
    {
        using var state = board.EnterWrite();
        if (state.Lines.IsEmpty)
        {
            state.Lines.Add("0");
        }
    }

    private static void AddInScope(Board board)
    {
        using var state = board.EnterWrite();
        state.Total = AddSlowly(state.Total);
        state.Scores.TryGetValue("sum", out var sum);
        state.Scores.Set("sum", sum + 1);
    }

    /// <summary>Lets the others run between reading and writing, where they would do the most harm.</summary>
    private static int AddSlowly(int sum)
    {
        Thread.Yield();
        return sum + 1;
    }
}

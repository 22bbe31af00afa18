using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Rules;

/// <summary>Rule 2: a change is visible when its scope or operation ends, and counts once.</summary>
public sealed class VisibilityTests
{
    private readonly Board _board = new();

    public static TheoryData<string> Ways => [.. Scopes.Keys];

    /// <summary>Scopes, and by how much they raise the version.</summary>
    private static Dictionary<string, (Action<Board> Run, int Changes)> Scopes { get; } = new()
    {
        ["an empty write scope"] = (
            board =>
            {
                using var state = board.EnterWrite();
            }, 0),
        ["a write scope that only reads"] = (
            board =>
            {
                using var state = board.EnterWrite();
                _ = state.Total + state.Scores.Count + state.Lines.Count;
            }, 0),
        ["removals of nothing"] = (
            board =>
            {
                using var state = board.EnterWrite();
                state.Scores.Remove("nobody");
                state.Tags.Remove("nobody");
                state.Lines.Remove("nobody");
                state.Jobs.TryDequeue(out _);
                state.Ranks.Clear();
            }, 0),
        ["a read scope"] = (
            board =>
            {
                using var state = board.EnterRead();
                _ = state.Total;
            }, 0),
        ["one scalar"] = (
            board =>
            {
                using var state = board.EnterWrite();
                state.Total = 1;
            }, 1),
        ["a scalar set to what it was"] = (
            board =>
            {
                using var state = board.EnterWrite();
                state.Total = state.Total;
            }, 1),
        ["everything"] = (
            board =>
            {
                using var state = board.EnterWrite();
                state.Total++;
                state.Wide = Wide.Of(1);
                state.Scores.Set("a", 1);
                state.Ranks.Set("a", 1);
                state.Tags.Add("a");
                state.Lines.Add("a");
                state.Jobs.Enqueue("a");
            }, 1),
        ["two scopes"] = (
            board =>
            {
                using (var first = board.EnterWrite())
                {
                    first.Total++;
                }

                using var second = board.EnterWrite();
                second.Total++;
            }, 2),
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void AScopeCountsOnceIfItChangedSomething(string way)
    {
        var (run, changes) = Scopes[way];
        var before = _board.Snapshot();
        run(_board);
        Assert.Equal(changes, _board.Version);
        Assert.Equal(changes == 0, ReferenceEquals(before, _board.Snapshot()));
    }

    [Fact]
    public void NothingIsSeenBeforeTheScopeEnds()
    {
        _ = _board.Snapshot();
        using var isWritten = new ManualResetEventSlim();
        var writer = new Running(() =>
        {
            using var state = _board.EnterWrite();
            state.Total = 1;
            state.Scores.Set("a", 1);
            isWritten.Set();
            Assert.Equal(0, _board.Version);
            if (Traits.ReadsTakeNoLock)
            {
                // Readers take no lock and see what was published last.
                Threads.RunElsewhere(() => Assert.Equal((0, 0), (_board.Total, _board.Scores.Count)));
            }
        });
        Assert.True(isWritten.Wait(Running.Patience));
        if (!Traits.ReadsTakeNoLock)
        {
            // Whoever reads now waits for the end of the scope, and then sees all of it.
            Assert.Equal((1, 1), (_board.Total, _board.Scores["a"]));
        }

        writer.Join();
        Assert.Equal((1, 1, 1), (_board.Total, _board.Scores["a"], _board.Version));
    }

    /// <summary>A change is visible when its operation returns: it is not still on its way while its thread already looks elsewhere.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OfTwoThreadsThatChangeAKeyEachAndThenLookOneAtLeastSeesBothChanges(bool byVersion)
    {
        const int rounds = 20_000;
        var crowd = new Crowd();
        var seesBoth = new bool[2];
        var arrivals = 0;
        Threads.Run(2, number =>
        {
            for (var round = 1; round <= rounds; round++)
            {
                Meet(ref arrivals, (4 * round) - 2);
                crowd.Numbers.Set(number, round);
                seesBoth[number] = byVersion ? crowd.Version == 2 * round : crowd.Numbers.TryGetValue(1 - number, out var other) && other == round;
                Meet(ref arrivals, 4 * round);
                Assert.True(seesBoth[0] || seesBoth[1]);
            }
        });

        static void Meet(ref int arrivals, int expected)
        {
            Interlocked.Increment(ref arrivals);
            for (var spinner = default(SpinWait); Volatile.Read(ref arrivals) < expected; spinner.SpinOnce(sleep1Threshold: -1))
            {
            }
        }
    }

    [Fact]
    public void AWriteScopeSeesItsOwnChanges()
    {
        using var state = _board.EnterWrite();
        state.Scores.Set("a", 1);
        state.Total = 2;
        Assert.Equal(1, state.Scores["A"]);
        Assert.Equal(2, state.Total);
    }

    [Fact]
    public void AReadScopeSeesOneInstantHoweverLongItLasts()
    {
        Running writer;
        using (var state = _board.EnterRead())
        {
            writer = new Running(() => _board.Scores["a"] = 1);
            if (Traits.ReadsTakeNoLock)
            {
                writer.Join();
            }
            else
            {
                writer.AwaitBlocked();
            }

            Assert.Empty(Enumerate(state.Scores));
            Assert.Equal(0, state.Scores.Count);
        }

        writer.Join();
        Assert.Single(_board.Scores);
    }

    [Fact]
    public void ReadersAreInsideTogetherWhereTheyShareTheLock()
    {
        Running other;
        using (var state = _board.EnterRead())
        {
            other = new Running(() => Assert.Equal(0, CountInScope(_board)));
            if (Traits.ReadersShare)
            {
                other.Join();
            }
            else
            {
                other.AwaitBlocked();
            }
        }

        other.Join();
    }

    private static int CountInScope(Board board)
    {
        using var state = board.EnterRead();
        return state.Scores.Count;
    }

    private static List<string> Enumerate(MapReader<string, int> map)
    {
        var keys = new List<string>();
        foreach (var (key, _) in map)
        {
            keys.Add(key);
        }

        return keys;
    }
}

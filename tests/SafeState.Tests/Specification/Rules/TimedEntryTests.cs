using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Rules;

/// <summary>Timed entry: a scope that was not entered says so, cannot be used, and releases nothing.</summary>
public sealed class TimedEntryTests
{
    private readonly Board _board = new();

    public static TheoryData<string> Uses => [.. UsesOfAScopeThatWasNotEntered.Keys];

    private static Dictionary<string, Action<Board>> UsesOfAScopeThatWasNotEntered { get; } = new()
    {
        ["a map"] = board =>
        {
            using var state = board.TryEnterWrite(TimeSpan.Zero);
            state.Scores.Set("a", 1);
        },
        ["a sorted map"] = board =>
        {
            using var state = board.TryEnterWrite(TimeSpan.Zero);
            state.Ranks.Clear();
        },
        ["a set"] = board =>
        {
            using var state = board.TryEnterWrite(TimeSpan.Zero);
            state.Tags.Add("a");
        },
        ["a list"] = board =>
        {
            using var state = board.TryEnterWrite(TimeSpan.Zero);
            state.Lines.Add("a");
        },
        ["a queue"] = board =>
        {
            using var state = board.TryEnterWrite(TimeSpan.Zero);
            _ = state.Jobs.Count;
        },
        ["a scalar, to read"] = board =>
        {
            using var state = board.TryEnterWrite(TimeSpan.Zero);
            _ = state.Total;
        },
        ["a scalar, to write"] = board =>
        {
            using var state = board.TryEnterWrite(TimeSpan.Zero);
            state.Wide = default;
        },
    };

    [Fact]
    public void SucceedsWhenNobodyIsInside()
    {
        Assert.True(Read(TimeSpan.Zero));
        Assert.True(Write(TimeSpan.Zero));
        Assert.True(Read(Running.Patience));
        Assert.True(Write(Timeout.InfiniteTimeSpan));
        Assert.Equal(2, _board.Version);
    }

    [Fact]
    public void ATimeThatIsNoneIsRefusedWhetherOrNotThereIsAnythingToWaitFor()
    {
        _ = _board.Snapshot();
        Assert.All([TimeSpan.FromMilliseconds(-2), TimeSpan.MinValue, TimeSpan.FromDays(30), TimeSpan.MaxValue], timeout =>
        {
            Assert.Throws<ArgumentOutOfRangeException>("timeout", () => Read(timeout));
            Assert.Throws<ArgumentOutOfRangeException>("timeout", () => Write(timeout));
        });
        Assert.True(Write(TimeSpan.FromMilliseconds(int.MaxValue)));
        Assert.True(Read(TimeSpan.FromMilliseconds(int.MaxValue)));
    }

    public static TheoryData<double> Milliseconds => [0.5, 0, -0.0001, -0.5, -0.9999, -1, -1.5, -1.9999, -2, -2.5, int.MaxValue + 0.5, int.MaxValue + 1.0];

    [Theory]
    [MemberData(nameof(Milliseconds))]
    public void AFractionOfAMillisecondMeansWhatItMeansToAMonitor(double milliseconds)
    {
        var timeout = TimeSpan.FromTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond));
        var expected = Record.Exception(() => Monitor.TryEnter(new object(), timeout));
        Assert.Equal(expected?.GetType(), Record.Exception(() => Assert.True(Write(timeout)))?.GetType());
        Assert.Equal(expected?.GetType(), Record.Exception(() => Assert.True(Read(timeout)))?.GetType());
        if (expected is not null || milliseconds > 1)
        {
            return;
        }

        // A monitor waits for ever from one millisecond before zero on, and not at all after that.
        var waits = milliseconds <= -1;
        Running other;
        using (var state = _board.EnterWrite())
        {
            other = new Running(() => Assert.Equal(waits, Write(timeout)));
            if (waits)
            {
                other.AwaitBlocked();
            }
            else
            {
                other.Join();
            }
        }

        other.Join();
    }

    [Fact]
    public void AWriterKeepsWritersOutAndReadersUnlessTheyTakeNoLock()
    {
        _ = _board.Snapshot();
        using var state = _board.EnterWrite();
        Threads.RunElsewhere(() =>
        {
            Assert.False(Write(TimeSpan.Zero));
            Assert.False(Write(TimeSpan.FromMilliseconds(5)));
            Assert.Equal(Traits.ReadsTakeNoLock, Read(TimeSpan.Zero));
            Assert.Equal(Traits.ReadsTakeNoLock, Read(TimeSpan.FromMilliseconds(5)));
        });
    }

    [Fact]
    public void AReaderKeepsWritersOutUnlessItTakesNoLock()
    {
        using var state = _board.EnterRead();
        Threads.RunElsewhere(() =>
        {
            Assert.Equal(Traits.ReadsTakeNoLock, Write(TimeSpan.FromMilliseconds(5)));
            Assert.Equal(Traits.ReadersShare, Read(TimeSpan.FromMilliseconds(5)));
        });
    }

    [Fact]
    public void SucceedsWhenTheOtherLeavesInTime()
    {
        Running other;
        using (var state = _board.EnterWrite())
        {
            other = new Running(() => Assert.True(Write(Running.Patience)));
            other.AwaitBlocked();
        }

        other.Join();
        Assert.Equal(1, _board.Version);
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void AScopeThatWasNotEnteredCannotBeUsed(string use)
    {
        using var state = _board.EnterWrite();
        Threads.RunElsewhere(() =>
        {
            var thrown = Assert.Throws<InvalidOperationException>(() => UsesOfAScopeThatWasNotEntered[use](_board));
            Assert.Contains("'Board'", thrown.Message, StringComparison.Ordinal);
            Assert.Contains("Entered", thrown.Message, StringComparison.Ordinal);
        });

        // Nor did its end release what the other holds.
        state.Total = 1;
        Threads.RunElsewhere(() => Assert.False(Write(TimeSpan.Zero)));
    }

    [Fact]
    public void AReadScopeThatWasNotEnteredCannotBeUsedEither()
    {
        if (Traits.ReadsTakeNoLock)
        {
            // It is always entered.
            using var entered = _board.TryEnterRead(TimeSpan.Zero);
            Assert.True(entered.Entered);
            return;
        }

        using var state = _board.EnterWrite();
        Threads.RunElsewhere(() =>
        {
            Assert.Throws<InvalidOperationException>(ReadTotal);
            Assert.Throws<InvalidOperationException>(ReadScores);
        });

        void ReadTotal()
        {
            using var scope = _board.TryEnterRead(TimeSpan.Zero);
            _ = scope.Total;
        }

        void ReadScores()
        {
            using var scope = _board.TryEnterRead(TimeSpan.Zero);
            _ = scope.Scores.Count;
        }
    }

    private bool Read(TimeSpan timeout)
    {
        using var state = _board.TryEnterRead(timeout);
        return state.Entered && state.Total >= 0;
    }

    private bool Write(TimeSpan timeout)
    {
        using var state = _board.TryEnterWrite(timeout);
        if (!state.Entered)
        {
            return false;
        }

        state.Total++;
        return true;
    }
}

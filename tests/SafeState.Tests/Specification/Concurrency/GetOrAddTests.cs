using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Concurrency;

/// <summary>A missing value is made once, by one thread, under no lock; the others of that key wait for it.</summary>
public sealed class GetOrAddTests
{
    private const int ThreadCount = 4;

    private readonly Board _board = new();

    [Fact]
    public void TheFactoryRunsOncePerKey()
    {
        var runs = new int[200];
        Threads.Run(ThreadCount, _ =>
        {
            for (var key = 0; key < runs.Length; key++)
            {
                Assert.Equal(key, _board.Scores.GetOrAdd($"{key}", _ =>
                {
                    Interlocked.Increment(ref runs[key]);
                    Thread.Yield();
                    return key;
                }));
            }
        });

        Assert.All(runs, count => Assert.Equal(1, count));
        Assert.Equal(runs.Length, _board.Version);
    }

    [Fact]
    public void KeysThatTheComparerHoldsEqualShareOneFactory()
    {
        var runs = 0;
        Threads.Run(ThreadCount, thread => _board.Ranks.GetOrAdd(thread % 2 == 0 ? "key" : "KEY", _ =>
        {
            Thread.Yield();
            return Interlocked.Increment(ref runs);
        }));

        Assert.Equal(1, runs);
    }

    [Fact]
    public void AFactoryThatFailsLeavesNothingAndTheNextCallerTriesAgain()
    {
        Assert.Throws<TimeoutException>(() => _board.Scores.GetOrAdd("key", _ => throw new TimeoutException()));
        Assert.Empty(_board.Scores);
        Assert.Equal(0, _board.Version);
        Assert.Equal(2, _board.Scores.GetOrAdd("key", _ => 2));
    }

    [Fact]
    public void AmongFailingFactoriesEveryFailureReachesOneCallerAndOneValueIsMadePerKey()
    {
        const int Keys = 100;
        var (runs, failures, made) = (0, 0, 0);
        Threads.Run(ThreadCount, _ =>
        {
            for (var key = 0; key < Keys; key++)
            {
                try
                {
                    _board.Scores.GetOrAdd($"{key}", _ => Interlocked.Increment(ref runs) % 3 == 0 ? Interlocked.Increment(ref made) : throw new TimeoutException());
                }
                catch (TimeoutException)
                {
                    Interlocked.Increment(ref failures);
                }
            }
        });

        Assert.Equal(runs, failures + made);
        Assert.Equal(Enumerable.Range(1, made), _board.Scores.Values.Order());
    }

    [Fact]
    public void AWaiterGetsTheFailureOfNobodyElse()
    {
        using var factory = new HeldFactory(() => throw new TimeoutException());
        var owner = factory.Start(_board);
        var waiter = new Running(() => Assert.Equal(2, _board.Scores.GetOrAdd("key", _ => 2)));
        waiter.AwaitBlocked();

        factory.LetGo();
        Assert.Throws<TimeoutException>(owner.Join);
        waiter.Join();
        Assert.Equal(2, _board.Scores["key"]);
    }

    [Fact]
    public void WaitersGetTheValueThatWasMade()
    {
        using var factory = new HeldFactory(() => 1);
        var owner = factory.Start(_board);
        var waiters = Enumerable.Range(0, 3).Select(_ => new Running(() => Assert.Equal(1, _board.Scores.GetOrAdd("KEY", _ => 2)))).ToList();
        waiters.ForEach(waiter => waiter.AwaitBlocked());

        factory.LetGo();
        owner.Join();
        waiters.ForEach(waiter => waiter.Join());
        Assert.Equal(1, _board.Version);
    }

    [Fact]
    public void WaitersGetTheValueThatWasMadeEvenIfItIsRemovedAtOnce()
    {
        using var factory = new HeldFactory(() => 1);
        var owner = factory.Start(_board);
        var waiter = new Running(() => Assert.Equal(1, _board.Scores.GetOrAdd("key", _ => 1)));
        waiter.AwaitBlocked();
        Threads.RunWhile(
            1,
            () =>
            {
                factory.LetGo();
                owner.Join();
                waiter.Join();
            },
            () => _board.Scores.Remove("key"));
    }

    [Fact]
    public void ASetMeanwhileWinsForEverybody()
    {
        using var factory = new HeldFactory(() => 1);
        var owner = factory.Start(_board, expected: 9);
        var waiter = new Running(() => Assert.Equal(9, _board.Scores.GetOrAdd("key", _ => 2)));
        waiter.AwaitBlocked();
        _board.Scores["key"] = 9;

        factory.LetGo();
        owner.Join();
        waiter.Join();
        Assert.Equal(9, _board.Scores["key"]);
        Assert.Equal(1, _board.Version);
    }

    [Fact]
    public void NobodyElseIsBlockedWhileAFactoryRuns()
    {
        using var factory = new HeldFactory(() => 1);
        var owner = factory.Start(_board);
        Threads.RunElsewhere(() =>
        {
            Assert.Equal(2, _board.Scores.GetOrAdd("other", _ => 2));
            Assert.False(_board.Scores.ContainsKey("key"));
            Assert.False(_board.Scores.Remove("key"));
            using var state = _board.EnterWrite();
            state.Total = 3;
        });

        factory.LetGo();
        owner.Join();
        Assert.Equal(2, _board.Scores.Count);
    }

    [Fact]
    public void TheFactoryMayUseTheHolder()
    {
        var made = _board.Scores.GetOrAdd("key", _ =>
        {
            _board.Scores["other"] = 1;
            Increment(_board);
            return _board.Scores.GetOrAdd("third", _ => 3) + _board.Total + _board.Snapshot().Scores["other"];
        });

        Assert.Equal(5, made);
        Assert.Equal(["key", "other", "third"], _board.Scores.Keys.Order());
    }

    [Fact]
    public void AFactoryThatNeedsItsOwnValueThrows()
    {
        Threads.RunElsewhere(() =>
        {
            var thrown = Assert.Throws<InvalidOperationException>(() => _board.Scores.GetOrAdd("key", _ => _board.Scores.GetOrAdd("KEY", _ => 1)));
            Assert.Contains("circle", thrown.Message, StringComparison.Ordinal);
            Assert.Contains("Board._scores", thrown.Message, StringComparison.Ordinal);
        });
        Assert.Equal(1, _board.Scores.GetOrAdd("key", _ => 1));
    }

    [Fact]
    public void FactoriesThatWaitForEachOtherThrowAndTheRestGoesOn()
    {
        using var both = new Barrier(2);
        var circles = 0;
        Threads.Run(2, thread =>
        {
            var (own, other) = thread == 0 ? ("a", "b") : ("b", "a");
            try
            {
                _board.Scores.GetOrAdd(own, _ =>
                {
                    both.SignalAndWait();
                    return _board.Scores.GetOrAdd(other, _ => 1) + 1;
                });
            }
            catch (InvalidOperationException)
            {
                Interlocked.Increment(ref circles);
            }
        });

        // The one that closes the circle throws; the other then makes the missing value itself.
        Assert.Equal(1, circles);
        Assert.Equal([1, 2], _board.Scores.Values.Order());
    }

    [Fact]
    public void ACircleThroughTwoHoldersThrowsToo()
    {
        var other = new Board();
        using var both = new Barrier(2);
        var circles = 0;
        Threads.Run(2, thread =>
        {
            var (first, second) = thread == 0 ? (_board, other) : (other, _board);
            try
            {
                first.Ranks.GetOrAdd("key", _ =>
                {
                    both.SignalAndWait();
                    return second.Ranks.GetOrAdd("key", _ => 1) + 1;
                });
            }
            catch (InvalidOperationException)
            {
                Interlocked.Increment(ref circles);
            }
        });

        Assert.Equal(1, circles);
    }

    [Fact]
    public void WithRemovalMeanwhileNoTwoFactoriesOfAKeyRunAtATime()
    {
        var running = 0;
        Threads.RunWhile(500, Make, Make, Make, () => _board.Scores.Remove("key"));

        void Make() => _board.Scores.GetOrAdd("key", _ =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            return Interlocked.Decrement(ref running);
        });
    }

    private static void Increment(Board board)
    {
        using var state = board.EnterWrite();
        state.Total++;
    }

    /// <summary>A factory for "key" that runs until it is let go.</summary>
    private sealed class HeldFactory(Func<int> make) : IDisposable
    {
        private readonly ManualResetEventSlim _isRunning = new();
        private readonly ManualResetEventSlim _mayEnd = new();

        public Running Start(Board board, int expected = 1)
        {
            var owner = new Running(() => Assert.Equal(expected, board.Scores.GetOrAdd("key", _ =>
            {
                _isRunning.Set();
                Assert.True(_mayEnd.Wait(Running.Patience));
                return make();
            })));
            Assert.True(_isRunning.Wait(Running.Patience));
            return owner;
        }

        public void LetGo() => _mayEnd.Set();

        // A test that failed meanwhile leaves no thread behind.
        public void Dispose() => LetGo();
    }
}

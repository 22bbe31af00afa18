using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests;

/// <summary>Rule 6: Freeze ends the time of changes, once and for all.</summary>
public sealed class FreezeTests
{
    private readonly Board _board = new();

    public FreezeTests()
    {
        _board.Scores["there"] = 1;
        _board.Ranks["there"] = 1;
        _board.Tags.Add("there");
        _board.Lines.Add("there");
        _board.Jobs.Enqueue("there");
    }

    public static TheoryData<string> Writes => [.. WritesOfAFrozenHolder.Keys];

    public static TheoryData<string> Reads => [.. ReadsOfAFrozenHolder.Keys];

    private static Dictionary<string, Action<Board>> WritesOfAFrozenHolder { get; } = new()
    {
        ["Set"] = board => board.Scores["there"] = 2,
        ["TryAdd of a key that is there"] = board => board.Scores.TryAdd("there", 2),
        ["Remove of a missing key"] = board => board.Scores.Remove("missing"),
        ["GetOrAdd of a missing key"] = board => board.Scores.GetOrAdd("missing", 2),
        ["GetOrAdd with a factory, of a missing key"] = board => board.Scores.GetOrAdd("missing", _ => throw new InvalidTimeZoneException("The factory must not even run.")),
        ["AddOrUpdate"] = board => board.Scores.AddOrUpdate("there", 2, (_, _) => 2),
        ["Update"] = board => board.Ranks.Update("there", (_, _) => 2),
        ["RemoveWhere"] = board => board.Ranks.RemoveWhere((_, _) => false),
        ["Clear"] = board => board.Scores.Clear(),
        ["ReplaceAll"] = board => board.Scores.ReplaceAll([]),
        ["AddRange"] = board => board.Scores.AddRange([]),
        ["Add to a set"] = board => board.Tags.Add("there"),
        ["Add to a list"] = board => board.Lines.Add("new"),
        ["TryDequeue"] = board => board.Jobs.TryDequeue(out _),
        ["EnterWrite"] = board =>
        {
            using var state = board.EnterWrite();
        },
        ["TryEnterWrite"] = board =>
        {
            using var state = board.TryEnterWrite(TimeSpan.Zero);
        },
    };

    private static Dictionary<string, Func<Board, object?>> ReadsOfAFrozenHolder { get; } = new()
    {
        ["TryGetValue"] = board => board.Scores.TryGetValue("THERE", out var value) ? value : null,
        ["get of a sorted map"] = board => board.Ranks["THERE"],
        ["GetOrAdd of a key that is there"] = board => board.Scores.GetOrAdd("THERE", 1),
        ["GetOrAdd with a factory, of a key that is there"] = board => board.Scores.GetOrAdd("THERE", _ => 2),
        ["Contains"] = board => board.Tags.Contains("THERE") ? 1 : null,
        ["Count of all"] = board => (board.Scores.Count + board.Ranks.Count + board.Tags.Count + board.Lines.Count + board.Jobs.Count) / 5,
        ["get of a list"] = board => board.Lines[0] == "there" ? 1 : null,
        ["TryPeek"] = board => board.Jobs.TryPeek(out var job) && job == "there" ? 1 : null,
        ["foreach"] = board => board.Scores.Single().Value,
        ["Snapshot of a field"] = board => board.Ranks.Snapshot()["THERE"],
        ["Snapshot"] = board => board.Snapshot().Scores["THERE"],
        ["snapshot of the set"] = board => board.Snapshot().Tags.Contains("THERE") ? 1 : null,
        ["DeepCopy"] = board => board.Scores.DeepCopy()["THERE"],
        ["DeepCopy of a sorted map"] = board => board.Ranks.DeepCopy()["THERE"],
        ["DeepCopy of the others"] = board => (board.Tags.DeepCopy().Count + board.Lines.DeepCopy().Count + board.Jobs.DeepCopy().Count) / 3,
        ["a scalar"] = board => board.Total + 1,
        ["Locked"] = board =>
        {
            var count = 0;
            foreach (var _ in board.Scores.Locked())
            {
                count++;
            }

            return count;
        },
        ["a read scope"] = board =>
        {
            using var state = board.EnterRead();
            return state.Scores["THERE"] + state.Total;
        },
        ["a read scope with a timeout"] = board =>
        {
            using var state = board.TryEnterRead(TimeSpan.Zero);
            return state.Entered ? state.Lines.Count : null;
        },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public void ChangingAFrozenHolderThrowsAndNamesIt(string write)
    {
        _board.Freeze();
        var version = _board.Version;
        var thrown = Assert.Throws<InvalidOperationException>(() => WritesOfAFrozenHolder[write](_board));
        Assert.Contains("'Board' is frozen", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(version, _board.Version);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public void ReadingAFrozenHolderWorksAlsoInsideItsOwnReadScope(string read)
    {
        _board.Freeze();
        Assert.Equal(1, ReadsOfAFrozenHolder[read](_board));
        using var state = _board.EnterRead();
        Assert.Equal(1, ReadsOfAFrozenHolder[read](_board));
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public void ManyThreadsReadAFrozenHolder(string read)
    {
        _board.Freeze();
        Threads.Run(4, _ => Assert.Equal(1, ReadsOfAFrozenHolder[read](_board)));
    }

    [Fact]
    public void FreezingAgainDoesNothing()
    {
        Assert.False(_board.IsFrozen);
        var version = _board.Version;
        _board.Freeze();
        Assert.True(_board.IsFrozen);
        var image = _board.Snapshot();
        _board.Freeze();
        Threads.Run(4, _ => _board.Freeze());
        Assert.True(_board.IsFrozen);
        Assert.Same(image, _board.Snapshot());
        Assert.Equal(version, _board.Version);
    }

    [Fact]
    public void SnapshotsOfAFrozenHolderAreTheSameObjectsAndOldOnesStayAsTheyWere()
    {
        var before = _board.Snapshot();
        _board.Scores["there"] = 2;
        _board.Freeze();
        Assert.Equal(1, before.Scores["there"]);
        Assert.Equal(2, _board.Snapshot().Scores["there"]);
        Assert.Same(_board.Snapshot(), _board.Snapshot());
        Assert.Same(_board.Scores.Snapshot(), _board.Snapshot().Scores);
        Assert.Same(before.Ranks, _board.Snapshot().Ranks);
    }

    [Fact]
    public void ADeepCopyOfAFrozenHolderIsMutableAndIndependent()
    {
        _board.Freeze();
        var copy = _board.Scores.DeepCopy();
        copy["there"] = 9;
        Assert.Equal(1, _board.Scores["there"]);
    }

    [Fact]
    public void FreezeWaitsForOpenScopes()
    {
        Running freezing;
        using (var state = _board.EnterRead())
        {
            freezing = new Running(_board.Freeze);
            freezing.AwaitBlocked();
            Assert.False(_board.IsFrozen);
        }

        // The scope took the lock and gave it back: otherwise Freeze would wait for ever.
        freezing.Join();
        Assert.True(_board.IsFrozen);
    }

    [Fact]
    public void WritersThatWaitedWhileTheHolderWasFrozenThrowAndLeaveNothingLocked()
    {
        var (version, versionWhenFrozen) = (_board.Version, 0L);
        Running freezing;
        List<Running> writers;
        using (var state = _board.EnterRead())
        {
            freezing = new Running(() =>
            {
                _board.Freeze();
                versionWhenFrozen = _board.Version;
            });
            freezing.AwaitBlocked();
            writers = [.. Enumerable.Range(0, 3).Select(_ => new Running(() => _board.Scores["there"] = 2))];
            writers.ForEach(writer => writer.AwaitBlocked());
        }

        freezing.Join();
        var thrown = writers.Select(writer => Record.Exception(writer.Join)).ToList();

        // Whom the lock lets in first is its own affair: a write before Freeze counts, any other throws.
        Assert.All(thrown.OfType<Exception>(), exception => Assert.IsType<InvalidOperationException>(exception));
        Assert.Equal(version + thrown.Count(exception => exception is null), versionWhenFrozen);
        Assert.Equal(versionWhenFrozen, _board.Version);
        Threads.RunElsewhere(() => Assert.True(_board.Scores["there"] is 1 or 2));
    }

    [Fact]
    public void FreezingInsideAnOwnScopeThrows()
    {
        Assert.Throws<LockRecursionException>(FreezeInReadScope);
        Assert.Throws<LockRecursionException>(FreezeInWriteScope);
        Assert.False(_board.IsFrozen);
        _board.Freeze();

        void FreezeInReadScope()
        {
            using var state = _board.EnterRead();
            _board.Freeze();
        }

        void FreezeInWriteScope()
        {
            using var state = _board.EnterWrite();
            _board.Freeze();
        }
    }

    [Fact]
    public void AFactoryThatStillRunsFindsTheHolderFrozen()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => _board.Scores.GetOrAdd("new", _ =>
        {
            _board.Freeze();
            return 2;
        }));
        Assert.Contains("'Board' is frozen", thrown.Message, StringComparison.Ordinal);
        Assert.False(_board.Scores.ContainsKey("new"));
        Assert.Throws<InvalidOperationException>(() => _board.Scores.GetOrAdd("new", _ => 2));
    }

    [Fact]
    public void WhateverWasWrittenBeforeFreezeIsSeenByWhoeverSeesItFrozen()
    {
        for (var round = 0; round < 50; round++)
        {
            var board = new Board();
            Threads.Run(3, thread =>
            {
                if (thread == 0)
                {
                    board.Scores["a"] = 1;
                    board.Lines.Add("a");
                    board.Freeze();
                    return;
                }

                SpinWait.SpinUntil(() => board.IsFrozen, Running.Patience);
                Assert.Equal(1, board.Scores["a"]);
                Assert.Equal(["a"], board.Lines);
            });
        }
    }

    [Fact]
    public void ReadingAFrozenHolderAllocatesNothing()
    {
        _board.Freeze();
        _ = _board.Snapshot();
        var allocated = Enumerable.Range(0, 5).Select(round =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var time = 0; time < 200; time++)
            {
                _board.Scores.TryGetValue("there", out _);
                _board.Snapshot();
                using var state = _board.EnterRead();
                foreach (var _ in state.Scores)
                {
                }
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
        Assert.Equal(0, allocated.Min());
    }
}

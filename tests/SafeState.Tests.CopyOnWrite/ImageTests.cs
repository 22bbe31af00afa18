using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests;

/// <summary>Rule 5: one copy per changed field and scope, none for an empty scope, and the first one only when somebody reads.</summary>
public sealed class ImageTests
{
    private readonly Board _board = new();

    [Fact]
    public void AnEmptyScopePublishesNothing()
    {
        var image = _board.Snapshot();
        WriteNothing();
        Assert.Same(image, _board.Snapshot());
        Assert.Equal(0, _board.Version);

        void WriteNothing()
        {
            using var state = _board.EnterWrite();
            state.Scores.Remove("nobody");
        }
    }

    [Fact]
    public void AScopeCopiesEachChangedFieldOnceHoweverOftenItWrites()
    {
        var items = Enumerable.Range(0, 10_000).Select(number => $"{number}").ToArray();
        _board.Lines.ReplaceAll(items);
        _ = _board.Snapshot();
        var one = Allocated(() => Write(times: 1));
        var many = Allocated(() => Write(times: 100));

        // A copy of the list is 80,000 bytes: the scope that wrote a hundred times made as many copies as the other.
        Assert.InRange(one, 80_000, 120_000);
        Assert.InRange(many, 80_000, 120_000);

        void Write(int times)
        {
            using var state = _board.EnterWrite();
            for (var time = 0; time < times; time++)
            {
                state.Lines.Set(time, "new");
            }
        }
    }

    [Fact]
    public void FillingAHolderThatNobodyReadsCopiesNothing()
    {
        var items = Enumerable.Range(0, 1_000).Select(number => $"{number}").ToArray();
        var allocated = Allocated(() =>
        {
            foreach (var item in items)
            {
                _board.Lines.Add(item);
            }
        });

        // The list's own growth, doubling; a copy at each write would be millions of bytes.
        Assert.InRange(allocated, 0, 60_000);
        Assert.Equal(2_000, _board.Lines.Count);
    }

    [Fact]
    public void AReadScopeKeepsItsImageWhileOthersWrite()
    {
        _board.Scores["a"] = 1;
        using var state = _board.EnterRead();
        Threads.RunElsewhere(() =>
        {
            _board.Scores["a"] = 2;
            WriteTotal();
        });
        Assert.Equal(1, state.Scores["a"]);
        Assert.Equal(0, state.Total);
        Assert.Equal(2, _board.Scores["a"]);
        Assert.Equal(5, _board.Total);

        void WriteTotal()
        {
            using var writing = _board.EnterWrite();
            writing.Total = 5;
        }
    }

    [Fact]
    public void ReadersNeverWaitForAWriter()
    {
        // The first image has to wait for writers; from then on there always is one.
        _ = _board.Snapshot();
        using var state = _board.EnterWrite();
        state.Scores.Set("a", 1);
        Threads.RunElsewhere(() =>
        {
            Assert.Empty(_board.Snapshot().Scores);
            Assert.Empty(_board.Scores);
            Assert.Equal(0, _board.Total);
        });
    }

    [Fact]
    public void TheFirstReaderWaitsForAWriterNoLongerThanItsTimeout()
    {
        using (var state = _board.EnterWrite())
        {
            Threads.RunElsewhere(() => Assert.False(TryRead(TimeSpan.FromMilliseconds(5))));
        }

        Threads.RunElsewhere(() => Assert.True(TryRead(TimeSpan.Zero)));

        bool TryRead(TimeSpan timeout)
        {
            using var reading = _board.TryEnterRead(timeout);
            return reading.Entered && reading.Scores.IsEmpty;
        }
    }

    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

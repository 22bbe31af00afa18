using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Tests.Support;

namespace SafeState.Runtime.Tests;

/// <summary>Rule 9 and stale views: what the generator refuses to compile, done all the same.</summary>
/// <typeparam name="TGate">The gate of a strategy.</typeparam>
public abstract class MisuseTests<TGate>
    where TGate : struct, IGate<TGate>
{
    private readonly Core<TGate> _core = new();

    /// <summary>Scopes are made of tickets: this is why anybody may make one up.</summary>
    [Fact]
    public void ATicketThatNoCoreMadeLeadsToNoState()
    {
        Assert.Multiple(
            () => Assert.Throws<InvalidOperationException>(() => default(ReadTicket).Demand("Hand")),
            () => Assert.Throws<InvalidOperationException>(() => default(WriteTicket).Demand("Hand")),
            () => Assert.Null(default(ReadTicket).Core),
            () => Assert.Null(default(WriteTicket).Core));
        AssertStillWorks();
    }

    [Fact]
    public void AWriteTicketLeadsToNoStateOnceItsScopeWasLeft()
    {
        Assert.Throws<ObjectDisposedException>(() =>
        {
            var ticket = _core.EnterWrite();
            _core.ExitWrite(ticket);
            ticket.Demand("Hand");
        });
        AssertStillWorks();
    }

    [Fact]
    public void LeavingAReadScopeTwiceThrowsAndTheGateStillWorks()
    {
        AssertMismatch(() =>
        {
            var ticket = _core.EnterRead();
            _core.ExitRead(ticket);
            _core.ExitRead(ticket);
        });
        AssertStillWorks();
    }

    [Fact]
    public void LeavingAWriteScopeTwiceThrowsAndTheGateStillWorks()
    {
        AssertMismatch(() =>
        {
            var ticket = _core.EnterWrite();
            _core.ExitWrite(ticket);
            _core.ExitWrite(ticket);
        });
        AssertStillWorks();
    }

    [Fact]
    public void LeavingAReadScopeTwiceDoesNotEndTheNextOne()
    {
        var stale = _core.EnterRead();
        _core.ExitRead(stale);
        var current = _core.EnterRead();
        AssertStale(stale);
        if (!TGate.PublishesImages)
        {
            AssertLocked();
        }

        _core.ExitRead(current);
        AssertStillWorks();
    }

    [Fact]
    public void LeavingAWriteScopeTwiceDoesNotEndTheNextOne()
    {
        var stale = _core.EnterWrite();
        _core.ExitWrite(stale);
        var current = _core.EnterWrite();
        AssertStale(stale);
        AssertLocked();
        _core.Map.__SafeEdit(current).Set("a", 1);
        _core.ExitWrite(current);
        Assert.Equal(1, _core.Map["a"]);
        AssertStillWorks();
    }

    [Fact]
    public void LeavingAWriteScopeTwiceWhileAnotherThreadIsInsideThrowsAndLeavesThatThreadAlone()
    {
        var stale = _core.EnterWrite();
        _core.ExitWrite(stale);
        using var isInside = new ManualResetEventSlim();
        using var mayLeave = new ManualResetEventSlim();
        var other = new Running(() =>
        {
            var ticket = _core.EnterWrite();
            isInside.Set();
            Assert.True(mayLeave.Wait(Running.Patience));
            _core.Map.__SafeEdit(ticket).Set("a", 1);
            _core.ExitWrite(ticket);
        });
        Assert.True(isInside.Wait(Running.Patience));
        AssertStale(stale);
        mayLeave.Set();
        other.Join();
        Assert.Equal(1, _core.Map["a"]);
        AssertStillWorks();
    }

    [Fact]
    public void LeavingAWriteScopeThatWasNeverEnteredThrows()
    {
        AssertMismatch(() => _core.ExitWrite(default));
        AssertStillWorks();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LeavingAReadScopeThatWasNeverEnteredReleasesNothing(bool isInsideAWriteScope)
    {
        var write = isInsideAWriteScope ? _core.EnterWrite() : default;
        if (TGate.CanFreeze)
        {
            // It may be the ticket of a reader that came when the holder was frozen: there is nothing to release.
            _core.ExitRead(default);
        }
        else
        {
            AssertMismatch(() => _core.ExitRead(default));
        }

        if (isInsideAWriteScope)
        {
            AssertLocked();
            _core.ExitWrite(write);
        }

        AssertStillWorks();
    }

    [Fact]
    public void EveryMemberOfAStaleWriteViewThrows()
    {
        var ticket = _core.EnterWrite();
        var map = _core.Map.__SafeEdit(ticket);
        var list = _core.List.__SafeEdit(ticket);
        var set = _core.Set.__SafeEdit(ticket);
        var queue = _core.Queue.__SafeEdit(ticket);
        map.Set("a", 1);
        list.Add(1);
        set.Add(1);
        queue.Enqueue(1);
        var entries = map.GetEnumerator();
        var items = list.GetEnumerator();
        _core.ExitWrite(ticket);
        var version = _core.Version;

        // A later scope, of the same thread too, does not bring it to life again.
        foreach (var isInsideANewScope in new[] { false, true })
        {
            var next = isInsideANewScope ? _core.EnterWrite() : default;
            Stale(map, map => _ = map.Count);
            Stale(map, map => _ = map["a"]);
            Stale(map, map => map.TryGetValue("a", out _));
            Stale(map, map => map.ContainsKey("a"));
            Stale(map, map => map.Set("a", 2));
            Stale(map, map => map.TryAdd("b", 2));
            Stale(map, map => map.Remove("a"));
            Stale(map, map => map.Clear());
            Stale(map, map => map.ReplaceAll([]));
            Stale(map, map => map.GetEnumerator());
            Stale(list, list => _ = list.Count);
            Stale(list, list => _ = list[0]);
            Stale(list, list => list.Add(2));
            Stale(list, list => list.Set(0, 2));
            Stale(list, list => list.Insert(0, 2));
            Stale(list, list => list.Remove(1));
            Stale(list, list => list.RemoveAt(0));
            Stale(list, list => list.Clear());
            Stale(list, list => list.ReplaceAll([]));
            Stale(list, list => list.IndexOf(1));
            Stale(set, set => set.Contains(1));
            Stale(set, set => set.Add(2));
            Stale(set, set => set.Remove(1));
            Stale(set, set => set.Clear());
            Stale(set, set => set.ReplaceAll([]));
            Stale(queue, queue => queue.Enqueue(2));
            Stale(queue, queue => queue.TryDequeue(out _));
            Stale(queue, queue => queue.TryPeek(out _));
            Stale(queue, queue => queue.Clear());
            Stale(queue, queue => queue.ReplaceAll([]));
            AssertStaleEnumerators(ref entries, ref items);
            if (isInsideANewScope)
            {
                _core.ExitWrite(next);
            }
        }

        Assert.Equal(version, _core.Version);
        Assert.Equal([1], _core.List);
    }

    [Fact]
    public void ATicketOfAnotherHolderIsRefused()
    {
        var other = new Core<TGate>();
        Assert.Throws<InvalidOperationException>(() =>
        {
            _ = _core.Map.__SafeEdit(other.EnterWrite());
        });
        other = new Core<TGate>();
        Assert.Throws<InvalidOperationException>(() =>
        {
            _ = _core.Map.__SafeRead(other.EnterRead());
        });
    }

    [Fact]
    public void OnlyAGateThatCanFreezeFreezes()
    {
        if (TGate.CanFreeze)
        {
            _core.Freeze();
            Assert.True(_core.IsFrozen);
            return;
        }

        Assert.Throws<NotSupportedException>(_core.Freeze);
        Assert.False(_core.IsFrozen);
        AssertStillWorks();
    }

    private delegate void Use<in TView>(TView view)
        where TView : allows ref struct;

    private static void Stale<TView>(TView view, Use<TView> use)
        where TView : allows ref struct
    {
        try
        {
            use(view);
        }
        catch (ObjectDisposedException exception)
        {
            Assert.Equal("Hand", exception.ObjectName);
            return;
        }

        Assert.Fail("A stale view was used.");
    }

    /// <summary>Leaving by a stale ticket throws. Not a delegate, which could not take a ticket in.</summary>
    private void AssertStale(WriteTicket stale)
    {
        var isRefused = false;
        try
        {
            _core.ExitWrite(stale);
        }
        catch (SynchronizationLockException)
        {
            isRefused = true;
        }

        Assert.True(isRefused);
    }

    private void AssertStale(ReadTicket stale)
    {
        var isRefused = false;
        try
        {
            _core.ExitRead(stale);
        }
        catch (SynchronizationLockException)
        {
            isRefused = true;
        }

        Assert.True(isRefused);
    }

    private static void AssertStaleEnumerators(ref MapEditor<string, int>.Enumerator entries, ref ListEditor<int>.Enumerator items)
    {
        var count = 0;
        try
        {
            entries.MoveNext();
        }
        catch (ObjectDisposedException)
        {
            count++;
        }

        try
        {
            items.MoveNext();
        }
        catch (ObjectDisposedException)
        {
            count++;
        }

        Assert.Equal(2, count);
    }

    private static void AssertMismatch(Action release)
    {
        var thrown = Assert.Throws<SynchronizationLockException>(release);
        Assert.Contains("'Hand'", thrown.Message, StringComparison.Ordinal);
    }

    /// <summary>Somebody else cannot write now.</summary>
    private void AssertLocked() => Threads.RunElsewhere(() => Assert.False(_core.TryEnterWrite(TimeSpan.Zero).Entered));

    /// <summary>This thread and others can go in and out, as readers and as writers.</summary>
    private void AssertStillWorks()
    {
        GoInAndOut();
        Threads.RunElsewhere(GoInAndOut);

        void GoInAndOut()
        {
            var write = _core.TryEnterWrite(TimeSpan.Zero);
            Assert.True(write.Entered);
            _core.ExitWrite(write);
            var read = _core.TryEnterRead(TimeSpan.Zero);
            Assert.True(read.Entered);
            _core.ExitRead(read);
            _core.Map["works"] = 1;
            Assert.Equal(1, _core.Map["works"]);
        }
    }
}

public sealed class ReaderWriterLockMisuseTests : MisuseTests<ReaderWriterLockGate>;

public sealed class MutexMisuseTests : MisuseTests<MutexGate>;

public sealed class CopyOnWriteMisuseTests : MisuseTests<CopyOnWriteGate>;

public sealed class FreezeOnceMisuseTests : MisuseTests<FreezeOnceGate>;

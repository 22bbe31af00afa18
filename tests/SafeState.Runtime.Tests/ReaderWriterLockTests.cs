using SafeState.Gates;
using SafeState.Tests.Support;

namespace SafeState.Runtime.Tests;

/// <summary>The lock behind <see cref="ReaderWriterLockGate"/>: who is inside together with whom, and that everybody gets in.</summary>
public sealed class ReaderWriterLockTests
{
    /// <summary>Reads in a row after which readers only note the lock in their thread's record, whatever was before.</summary>
    private const int ManyReads = 2000;

    private readonly ReaderWriterLockGate _gate = ReaderWriterLockGate.Create("Hand");

    // Two counters that a writer changes one after the other: who sees them differ was inside with a writer.
    private long _first;
    private long _second;

    [Theory]
    [InlineData(2, 50)]
    [InlineData(2, 1)]
    [InlineData(4, 10)]
    [InlineData(16, 5)]
    [InlineData(64, 20)]
    public void NobodyIsInsideTogetherWithAWriter(int threads, int writesInHundred)
    {
        const int Operations = 200_000;
        var written = new int[threads];
        Threads.Run(threads, number =>
        {
            var random = new Random(number);
            for (var operation = 0; operation < Operations / threads; operation++)
            {
                if (random.Next(100) < writesInHundred)
                {
                    Write(random.Next(4) == 0);
                    written[number]++;
                }
                else
                {
                    Read(random.Next(4) == 0);
                }
            }
        });
        Assert.Equal(written.Sum(), _first);
        Assert.Equal(written.Sum(), _second);
    }

    [Fact]
    public void NobodyIsInsideTogetherWithAWriterWhenReadsAndWritesComeInPhases()
    {
        // Long runs of reads begin the bias, single writes end it: the way in changes under the readers' feet.
        Threads.Run(4, number =>
        {
            for (var phase = 0; phase < 100; phase++)
            {
                for (var read = 0; read < 500; read++)
                {
                    Read(isTimed: false);
                }

                Write(isTimed: false);
            }
        });
        Assert.Equal(400, _first);
        Assert.Equal(400, _second);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ManyReads)]
    public void AWaitingWriterKeepsNewReadersOut(int readsBefore)
    {
        ReadOften(readsBefore);
        var ticket = _gate.EnterRead();
        var writer = new Running(() => Write(isTimed: false));
        AwaitBlocked(writer);
        Threads.RunElsewhere(() => Assert.False(_gate.TryEnterRead(TimeSpan.Zero, out _)));
        var reader = new Running(() => Read(isTimed: false));
        AwaitBlocked(reader);
        _gate.ExitRead(ticket);
        writer.Join();
        reader.Join();
    }

    [Fact]
    public void ReadersThatWaitedForAWriterGoBeforeTheNextOne()
    {
        _gate.EnterWrite();
        var order = new List<string>();
        var second = new Running(() =>
        {
            _gate.EnterWrite();
            order.Add("writer");
            _gate.ExitWrite();
        });
        AwaitBlocked(second);
        var reader = new Running(() =>
        {
            var ticket = _gate.EnterRead();
            order.Add("reader");
            _gate.ExitRead(ticket);
        });
        AwaitBlocked(reader);
        _gate.ExitWrite();
        second.Join();
        reader.Join();
        Assert.Equal(["reader", "writer"], order);
    }

    [Fact]
    public void AWriterGetsInWhileReadersComeWithoutPause()
    {
        var entered = 0;
        Threads.RunWhile(1, () =>
        {
            for (; entered < 100; entered++)
            {
                Write(isTimed: false);
            }
        }, () => Read(isTimed: false), () => Read(isTimed: false), () => Read(isTimed: false));
        Assert.Equal(100, entered);
    }

    [Fact]
    public void AReaderGetsInWhileWritersComeWithoutPause()
    {
        var entered = 0;
        Threads.RunWhile(1, () =>
        {
            for (; entered < 100; entered++)
            {
                Read(isTimed: false);
            }
        }, () => Write(isTimed: false), () => Write(isTimed: false), () => Write(isTimed: false));
        Assert.Equal(100, entered);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ManyReads)]
    public void AWriterThatIsBlockedByAReaderGoesInWhenItLeaves(int readsBefore)
    {
        ReadOften(readsBefore);
        var ticket = _gate.EnterRead();
        var writer = new Running(() => Write(isTimed: false));
        AwaitBlocked(writer);
        Assert.Equal(0, _first);
        _gate.ExitRead(ticket);
        writer.Join();
        Assert.Equal(1, _first);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ManyReads)]
    public void ReadersThatAreBlockedByAWriterGoInWhenItLeaves(int readsBefore)
    {
        ReadOften(readsBefore);
        _gate.EnterWrite();
        Running[] readers = [.. Enumerable.Range(0, 4).Select(_ => new Running(() => Read(isTimed: false)))];
        Array.ForEach(readers, AwaitBlocked);
        _gate.ExitWrite();
        Array.ForEach(readers, reader => reader.Join());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ManyReads)]
    public void AWriterThatRanOutOfTimeLeavesTheReaderAsProtectedAsItWas(int readsBefore)
    {
        ReadOften(readsBefore);
        var ticket = _gate.EnterRead();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Threads.RunElsewhere(() => Assert.False(_gate.TryEnterWrite(TimeSpan.FromMilliseconds(attempt))));
        }

        // Nor does it keep other readers out.
        Threads.RunElsewhere(() =>
        {
            Assert.True(_gate.TryEnterRead(TimeSpan.Zero, out var other));
            _gate.ExitRead(other);
        });
        _gate.ExitRead(ticket);
        Threads.RunElsewhere(() => Write(isTimed: false));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(0, false)]
    [InlineData(ManyReads, true)]
    [InlineData(ManyReads, false)]
    public void AnInterruptedWaitLeavesTheLockAsItWas(int readsBefore, bool isWriter)
    {
        ReadOften(readsBefore);
        using var isInside = new ManualResetEventSlim();
        using var mayLeave = new ManualResetEventSlim();
        var holder = new Running(() =>
        {
            var ticket = 0L;
            if (isWriter)
            {
                ticket = _gate.EnterRead();
            }
            else
            {
                _gate.EnterWrite();
            }

            isInside.Set();
            Assert.True(mayLeave.Wait(Running.Patience));
            if (isWriter)
            {
                _gate.ExitRead(ticket);
            }
            else
            {
                _gate.ExitWrite();
            }
        });
        Assert.True(isInside.Wait(Running.Patience));
        Thread? waiting = null;
        var interrupted = new Running(() =>
        {
            Volatile.Write(ref waiting, Thread.CurrentThread);
            Assert.Throws<ThreadInterruptedException>(() =>
            {
                if (isWriter)
                {
                    _gate.EnterWrite();
                }
                else
                {
                    _gate.EnterRead();
                }
            });
        });
        AwaitBlocked(interrupted);
        Volatile.Read(ref waiting)!.Interrupt();
        interrupted.Join();
        Threads.RunElsewhere(() => Assert.False(_gate.TryEnterWrite(TimeSpan.Zero)));
        mayLeave.Set();
        holder.Join();
        Threads.RunElsewhere(() => Write(isTimed: false));
        Threads.RunElsewhere(() => Read(isTimed: false));
    }

    [Fact]
    public void AThreadMayReadUnderManyLocksAtOnce()
    {
        ReaderWriterLockGate[] gates = [.. Enumerable.Range(0, 50).Select(number => ReaderWriterLockGate.Create($"Hand {number}"))];
        for (var round = 0; round < ManyReads; round++)
        {
            long[] tickets = [.. gates.Select(gate => gate.EnterRead())];
            if (round % 500 == 499)
            {
                Threads.RunElsewhere(() => Assert.All(gates, gate => Assert.False(gate.TryEnterWrite(TimeSpan.Zero))));
            }

            for (var index = 0; index < gates.Length; index++)
            {
                // Not in the reverse order: scopes nest, but enumerators need not.
                gates[index].ExitRead(tickets[index]);
            }
        }

        Threads.RunElsewhere(() => Assert.All(gates, gate => Assert.True(gate.TryEnterWrite(TimeSpan.Zero))));
    }

    [Fact]
    public void AReaderWhoseThreadIsGoneHoldsNothing()
    {
        // Nothing that compiles leaves a scope open; a thread that ends inside one must not stop the others for ever all the same.
        ReadOften(ManyReads);
        Threads.RunElsewhere(() => _gate.EnterRead());
        Assert.True(SpinWait.SpinUntil(() => _gate.TryEnterWrite(TimeSpan.Zero), Running.Patience));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(1e10)]
    public void ATimeOutThatMakesNoSenseIsRefused(double milliseconds)
    {
        var timeout = TimeSpan.FromMilliseconds(milliseconds);
        Assert.Throws<ArgumentOutOfRangeException>(() => _gate.TryEnterRead(timeout, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => _gate.TryEnterWrite(timeout));
        Write(isTimed: false);
    }

    /// <summary>Waits until a thread waits, and for some time more: it spins first, and may seem to wait while it yields.</summary>
    private static void AwaitBlocked(Running thread)
    {
        thread.AwaitBlocked();
        Thread.Sleep(30);
        thread.AwaitBlocked();
    }

    private void ReadOften(int times)
    {
        for (var read = 0; read < times; read++)
        {
            Read(isTimed: false);
        }
    }

    private void Read(bool isTimed)
    {
        var ticket = 0L;
        if (!isTimed)
        {
            ticket = _gate.EnterRead();
        }
        else
        {
            while (!_gate.TryEnterRead(TimeSpan.FromMilliseconds(1), out ticket))
            {
            }
        }

        var second = Volatile.Read(ref _second);
        Thread.SpinWait(1);
        var first = Volatile.Read(ref _first);
        _gate.ExitRead(ticket);
        Assert.Equal(first, second);
    }

    private void Write(bool isTimed)
    {
        if (!isTimed)
        {
            _gate.EnterWrite();
        }
        else
        {
            while (!_gate.TryEnterWrite(TimeSpan.FromMilliseconds(1)))
            {
            }
        }

        _first++;
        _second++;
        _gate.ExitWrite();
    }
}

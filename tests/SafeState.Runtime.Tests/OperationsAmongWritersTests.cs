using SafeState.Gates;
using SafeState.Tests.Support;

namespace SafeState.Runtime.Tests;

/// <summary>Reading operations under <see cref="ReaderWriterLockGate"/> while writes are many: they come in as writers do.</summary>
public sealed class OperationsAmongWritersTests : IDisposable
{
    /// <summary>Writes in a row, beside the records of several threads, after which operations no longer leave a note.</summary>
    private const int ManyWrites = 2000;

    private readonly Core<ReaderWriterLockGate> _core = new();
    private readonly ManualResetEventSlim _mayEnd = new();
    private readonly Running[] _bystanders;

    public OperationsAmongWritersTests()
    {
        using var haveRead = new CountdownEvent(8);
        _bystanders = [.. Enumerable.Range(0, haveRead.InitialCount).Select(_ => new Running(() =>
        {
            _core.Map.TryGetValue("first", out var _);
            haveRead.Signal();
            Assert.True(_mayEnd.Wait(Running.Patience));
        }))];
        Assert.True(haveRead.Wait(Running.Patience));
        for (var write = 0; write < ManyWrites; write++)
        {
            Write();
        }
    }

    public void Dispose()
    {
        _mayEnd.Set();
        Array.ForEach(_bystanders, bystander => bystander.Join());
        _mayEnd.Dispose();
    }

    [Theory]
    [InlineData(2, 50)]
    [InlineData(4, 10)]
    [InlineData(16, 30)]
    public void NoneIsInsideTogetherWithAWriter(int threads, int writesInHundred)
    {
        const int Operations = 40_000;
        var written = new int[threads];
        Threads.Run(threads, number =>
        {
            var random = new Random(number);
            for (var operation = 0; operation < Operations / threads; operation++)
            {
                if (random.Next(100) < writesInHundred)
                {
                    Write();
                    written[number]++;
                }
                else
                {
                    Read();
                }
            }
        });
        Assert.Equal(ManyWrites + written.Sum(), _core.Map["first"]);
        Read();
    }

    [Fact]
    public void NoneIsInsideTogetherWithAWriterWhenReadsAndWritesComeInPhases() => Threads.Run(4, _ =>
    {
        // Reads in a row open the way by note, writes close it.
        for (var phase = 0; phase < 20; phase++)
        {
            for (var read = 0; read < 1000; read++)
            {
                Read();
            }

            for (var write = 0; write < 500; write++)
            {
                Write();
                Read();
            }
        }
    });

    [Fact]
    public void OneDoesNotWaitForAReadScope()
    {
        var ticket = _core.EnterRead();
        Threads.RunElsewhere(Read);
        _core.ExitRead(ticket);
    }

    [Fact]
    public void OneInsideAScopeOfItsOwnThreadIsRefused()
    {
        var reading = _core.EnterRead();
        Assert.Throws<LockRecursionException>(Read);
        _core.ExitRead(reading);
        var writing = _core.EnterWrite();
        Assert.Throws<LockRecursionException>(Read);
        _core.ExitWrite(writing);
        Threads.RunElsewhere(Read);
        Threads.RunElsewhere(Write);
    }

    [Fact]
    public void OneWaitsForAWriterAndGoesInWhenItLeaves()
    {
        var ticket = _core.EnterWrite();
        Running[] readers = [.. Enumerable.Range(0, 4).Select(_ => new Running(Read))];
        Array.ForEach(readers, reader => reader.AwaitBlocked());
        _core.ExitWrite(ticket);
        Array.ForEach(readers, reader => reader.Join());
    }

    [Fact]
    public void OneThatIsInterruptedLeavesTheOthersWaiting()
    {
        var ticket = _core.EnterWrite();
        Thread? waiting = null;
        var interrupted = new Running(() =>
        {
            Volatile.Write(ref waiting, Thread.CurrentThread);
            Assert.Throws<ThreadInterruptedException>(Read);
        });
        var other = new Running(Read);
        interrupted.AwaitBlocked();
        other.AwaitBlocked();
        Volatile.Read(ref waiting)!.Interrupt();
        interrupted.Join();
        _core.ExitWrite(ticket);
        other.Join();
        Threads.RunElsewhere(Write);
    }

    [Fact]
    public void OneGetsInWhileWritersComeWithoutPause() => Threads.RunWhile(100, Read, Write, Write, Write);

    [Fact]
    public void AWriterGetsInWhileTheyComeWithoutPause() => Threads.RunWhile(100, Write, Read, Read, Read);

    [Fact]
    public void AReadScopeIsOpenedWhileTheyComeWithoutPause() => Threads.RunWhile(
        100,
        () =>
        {
            var ticket = _core.EnterRead();
            _core.ExitRead(ticket);
        },
        Read,
        Write,
        Read);

    private void Write()
    {
        var ticket = _core.EnterWrite();
        var editor = _core.Map.__SafeEdit(ticket);
        editor.Set("first", editor.TryGetValue("first", out var value) ? value + 1 : 1);
        editor.Set("second", value + 1);
        _core.ExitWrite(ticket);
    }

    // The first look-up takes the lock in any case; a snapshot takes it to read both entries after a change.
    private void Read()
    {
        _core.Map.TryGetValue("first", out var _);
        var both = _core.Map.Snapshot();
        Assert.Equal(both["first"], both["second"]);
    }
}

using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SafeState.Gates.ReaderWriter;

// Which ways in are open: when the bias begins and ends, and when the way in by note opens and closes.
internal sealed partial class AdaptiveReaderWriterLock
{
    private const int Nobody = 0;
    private const int Everybody = int.MaxValue;

    /// <summary>Of how many notes with a fence, on whatever lock, a thread takes one for an occasion to begin the bias.</summary>
    private const int NotesBeforeBias = 256;

    /// <summary>How many times as long as it took to end a bias there is none: what ending costs stays below a tenth.</summary>
    private const int LeastPause = 10;

    /// <summary>A bias that did not last this many times as long as it took to end it makes the next pause twice as long.</summary>
    private const int ShortLife = 40;

    /// <summary>How many threads' records a writer looks through without a thought, as long as it meets nobody.</summary>
    private const int FewThreads = 4;

    private const int NotedWritesBetweenSamples = 1024;
    private const int WritesInSample = 32;

    /// <summary>So many reads for each write pay for the way in by note.</summary>
    private const int ManyReadsPerWrite = 50;

    /// <summary>After so many samples of one thread's writes only, the lock takes it for the only one.</summary>
    private const int ManySamples = 65_536;

    private static readonly long LongestPause = Stopwatch.Frequency / 10;

    // Nobody, everybody, or the identifier of one thread; its negative while that thread writes. Begun by compare-and-exchange
    // by a reader that is inside, ended by writers.
    private int _biasedTo;

    // Hints, read and written without care.
    private int _lastWriter;
    private long _biasBegan;
    private long _noBiasBefore;
    private long _pause;
    private int _notedWrites;
    private int _sampledWrites;
    private int _sampledReads;
    private int _samplesOfLastWriter;

    // Acquire: a reader that sees the bias sees everything that writers did before it began.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsBiasedTo(ReaderRecord record)
    {
        var bias = Volatile.Read(ref _biasedTo);
        return bias == Everybody || bias == record.ThreadId;
    }

    // The caller is inside as a reader: no writer is, and none comes in before the caller has left.
    private void TryBeginBias(ReaderRecord record)
    {
        var now = Stopwatch.GetTimestamp();
        var bias = Volatile.Read(ref _biasedTo);
        if (now < _noBiasBefore || bias == Everybody)
        {
            return;
        }

        // A thread that writes, too, gets the bias for itself, so that its writes need no barrier, if no other thread has it:
        // that one may be inside, unseen.
        var wanted = bias == Nobody && _lastWriter == record.ThreadId ? record.ThreadId : Everybody;
        _biasBegan = now;
        Interlocked.CompareExchange(ref _biasedTo, wanted, bias);
    }

    // The caller is the writer. Nobody comes in unseen by a bias of its own: its own notes a thread sees.
    private bool IsBiasedToOthers
    {
        get
        {
            var bias = Volatile.Read(ref _biasedTo);
            return bias != Nobody && bias != _writerThread;
        }
    }

    // The caller is the writer.
    private void EndBias()
    {
        var started = Stopwatch.GetTimestamp();
        Volatile.Write(ref _biasedTo, Nobody);

        // Every processor passes a full fence between the store above and the loads that follow. A reader's note, if it was made
        // before its fence, is seen by them; if after, its second look at the bias comes after the fence too, and sees the end.
        Interlocked.MemoryBarrierProcessWide();
        PauseBias(started, Stopwatch.GetTimestamp());
    }

    private void PauseBias(long started, long ended)
    {
        var cost = ended - started;
        var wasShort = started - _biasBegan < ShortLife * cost;
        _pause = wasShort ? Math.Min(Math.Max(_pause * 2, LeastPause * cost), LongestPause) : LeastPause * cost;
        _noBiasBefore = ended + _pause;
    }

    // The caller is the writer, and alone: nobody is left who could begin another bias meanwhile.
    private void SuspendOwnBias()
    {
        if (_biasedTo != Nobody)
        {
            _biasedTo = -_biasedTo;
        }
    }

    // Before the writer's bit is cleared: nobody is inside but the caller, whose bias it is.
    private void ResumeOwnBias()
    {
        var bias = _biasedTo;
        if (bias < 0)
        {
            Volatile.Write(ref _biasedTo, -bias);
        }
    }

    // The caller is the writer. Where writes are many, the way in by note costs both sides more than it saves the readers: now and
    // then reads are counted, to see.
    private void SampleNotedWrite()
    {
        if (++_notedWrites >= NotedWritesBetweenSamples)
        {
            _notedWrites = 0;
            BeginSample();
            _samplesOfLastWriter = 0;
            _biasedTo = Nobody;
            Interlocked.And(ref _state, ~NotesOpen);
        }
    }

    // The caller is the writer, or readers never come.
    private void SampleWrite()
    {
        if (_isForReaders && ++_sampledWrites >= WritesInSample)
        {
            EndSample();
        }
    }

    private void EndSample()
    {
        BeginSample();
        if (_lastWriter != _writerThread)
        {
            _lastWriter = _writerThread;
            _samplesOfLastWriter = 0;
        }
        else if (++_samplesOfLastWriter >= ManySamples)
        {
            // With the way in by note comes a bias to the one thread.
            Interlocked.Or(ref _state, NotesOpen);
        }
    }

    // The caller is inside, alone or not: a read that is not counted does no harm.
    private void SampleRead()
    {
        if (++_sampledReads >= ManyReadsPerWrite * WritesInSample)
        {
            BeginSample();
            Interlocked.Or(ref _state, NotesOpen);
        }
    }

    private void BeginSample()
    {
        _sampledReads = 0;
        _sampledWrites = 0;
    }
}

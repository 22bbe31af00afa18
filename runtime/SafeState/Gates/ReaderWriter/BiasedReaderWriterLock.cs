using System.Diagnostics;

namespace SafeState.Gates.ReaderWriter;

/// <summary>
/// A lock for many readers or one writer whose readers, as long as hardly anybody writes, only make a note in a record of their own
/// thread: no interlocked instruction, and no cache line that two readers share.
/// </summary>
/// <remarks>
/// <para>
/// Readers find the lock in one of two modes. <em>Biased</em>: a reader notes the lock in its thread's <see cref="ReaderRecord"/>
/// and checks that the lock is still biased; a writer ends the mode, makes every processor pass a barrier, and waits until no record
/// names the lock. <em>Unbiased</em>: readers count themselves in the word that writers use. Many reads in a row without a write
/// make a lock biased; ending the mode is dear (microseconds), so it is not begun again before the time saved can pay for it.
/// The idea is from "BRAVO: Biased Locking for Reader-Writer Locks" (Dice and Kogan, USENIX ATC 2019), the asymmetric barrier from
/// user-level RCU.
/// </para>
/// <para>
/// Waiting threads spin, then block. A waiting writer keeps new readers out; when a writer leaves, the readers that wait go
/// first: neither can be kept waiting by an endless stream of the other.
/// </para>
/// </remarks>
internal sealed partial class BiasedReaderWriterLock(string holder)
{
    private const int Writer = 1;
    private const int WritersWait = 2;
    private const int ReadersGoFirst = 4;
    private const int SomebodyWaits = 8;
    private const int OneReader = 16;
    private const int Readers = -OneReader;

    /// <summary>The mark of tickets of readers that came in while the lock was biased.</summary>
    private const long BiasedMark = 1;

    /// <summary>How many reads in a row without a write it takes to think of bias.</summary>
    private const int ReadsBeforeBias = 128;

    /// <summary>How many times as long as it took to end the bias it is not begun again: what ending costs stays below a tenth.</summary>
    private const int PauseFactor = 9;

    private const int PauseAfterDefeat = 20;

    private static long _lastId;

    private readonly long _id = Interlocked.Increment(ref _lastId);

    // Changed by interlocked instructions only, which are full fences: who takes the lock sees what was written under it before.
    private int _state;

    private bool _isBiased;
    private int _writerThread;

    // Hints, read and written without care: when to begin the bias.
    private int _readsInARow;
    private long _noBiasBefore;

    public bool IsWriteHeldByCurrentThread => _writerThread == Environment.CurrentManagedThreadId;

    public bool IsHeldByCurrentThread => IsWriteHeldByCurrentThread || ReaderRecord.Current.Holds(_id);

    public long EnterRead()
    {
        var record = ReaderRecord.Current;
        if (TryEnterRead(record, out var ticket))
        {
            return ticket;
        }

        WaitToRead(Deadline.Never);
        return record.Enter(_id);
    }

    public bool TryEnterRead(TimeSpan timeout, out long ticket)
    {
        var deadline = Deadline.After(timeout);
        var record = ReaderRecord.Current;
        if (TryEnterRead(record, out ticket))
        {
            return true;
        }

        if (!WaitToRead(deadline))
        {
            return false;
        }

        ticket = record.Enter(_id);
        return true;
    }

    public void ExitRead(long ticket)
    {
        if (!ReaderRecord.Current.Leave(_id, ticket & ~BiasedMark))
        {
            throw GateErrors.Mismatch(holder);
        }

        if ((ticket & BiasedMark) != 0)
        {
            WakeIfBiasEnded();
            return;
        }

        var state = Interlocked.Add(ref _state, -OneReader);
        if ((state & SomebodyWaits) != 0 && (state & Readers) == 0)
        {
            WakeAll();
        }
    }

    public void EnterWrite() => TryEnterWrite(Deadline.Never);

    public bool TryEnterWrite(TimeSpan timeout) => TryEnterWrite(Deadline.After(timeout));

    public void ExitWrite()
    {
        _writerThread = 0;
        if (Interlocked.CompareExchange(ref _state, 0, Writer) != Writer)
        {
            ExitWriteToOthers();
        }
    }

    private bool TryEnterRead(ReaderRecord record, out long ticket)
    {
        if (record.Holds(_id))
        {
            throw GateErrors.Recursion(holder);
        }

        if (Volatile.Read(ref _isBiased))
        {
            // The note is stored before the mode is loaded again. Nothing here keeps a processor from doing it the other way
            // round; the barrier that the writer makes all processors pass does (see EndBias): a reader that still sees the bias
            // has its note seen.
            ticket = record.Enter(_id) | BiasedMark;
            if (Volatile.Read(ref _isBiased))
            {
                return true;
            }

            // The writer may have seen the note and wait for its end.
            record.Leave(_id, ticket & ~BiasedMark);
            WakeIfBiasEnded();
        }

        if (!TryCountReader(Writer | WritersWait))
        {
            ticket = 0;
            return false;
        }

        ticket = record.Enter(_id);
        if (++_readsInARow >= ReadsBeforeBias)
        {
            TryBeginBias();
        }

        return true;
    }

    private bool TryCountReader(int obstacles)
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            if ((state & obstacles) != 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _state, state + OneReader, state) == state)
            {
                return true;
            }

            // Another thread was quicker. To try again at once would take the cache line from it before it is done.
            Thread.SpinWait(PauseAfterDefeat);
        }
    }

    private bool TryEnterWrite(Deadline deadline)
    {
        if (Interlocked.CompareExchange(ref _state, Writer, 0) != 0 && !WaitToWrite(deadline))
        {
            return false;
        }

        _writerThread = Environment.CurrentManagedThreadId;
        if (_readsInARow != 0)
        {
            _readsInARow = 0;
        }

        // Only a reader begins the bias, while it is counted in the state: this thread, which found no reader there, sees it.
        return !_isBiased || EndBias(deadline);
    }

    // The caller is counted as a reader: no writer is inside, and none comes in before the caller has left.
    private void TryBeginBias()
    {
        _readsInARow = 0;
        if (Stopwatch.GetTimestamp() >= _noBiasBefore && (Volatile.Read(ref _state) & WritersWait) == 0)
        {
            // Release: a reader that sees the bias sees everything that writers did before.
            Volatile.Write(ref _isBiased, true);
        }
    }
}

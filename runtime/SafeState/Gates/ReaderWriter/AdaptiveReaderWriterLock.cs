using System.Runtime.CompilerServices;

namespace SafeState.Gates.ReaderWriter;

/// <summary>
/// A lock for many readers or one writer whose readers write to no cache line that another thread writes, unless writers are
/// about as many as they are.
/// </summary>
/// <remarks>
/// <para>A reader comes in by the cheapest of three ways that is open:</para>
/// <list type="bullet">
/// <item><em>Biased</em>: it notes the lock in its thread's <see cref="ReaderRecord"/>, no fence, and looks once more whether the
/// bias lasts. A writer ends the bias and makes every processor pass a barrier before it looks through the records. That is dear
/// (microseconds), so the bias does not begin again before the time saved can pay for it. A bias can be that of one thread,
/// which then also writes without a barrier: its own notes it sees.</item>
/// <item><em>Noted</em>: it makes the note with a full fence, then looks for a writer. A writer looks through the records after
/// it has announced itself. One of the two sees the other.</item>
/// <item><em>Counted</em>: it counts itself in the word that writers use. Always open, and the only way while there are many
/// threads and many writers, who would spend their time looking through records.</item>
/// </list>
/// <para>
/// The bias is from "BRAVO: Biased Locking for Reader-Writer Locks" (Dice and Kogan, USENIX ATC 2019), the barrier on behalf of
/// others from user-level RCU. Waiting threads spin, then block. A waiting writer keeps new readers out; when a writer leaves, the
/// readers that wait go first: neither can be kept waiting by an endless stream of the other.
/// </para>
/// </remarks>
internal sealed partial class AdaptiveReaderWriterLock
{
    // The bits of the state; the rest is the number of readers that are counted.
    private const int Writer = 1;
    private const int WritersWait = 2;
    private const int ReadersWait = 4;
    private const int ReadersGoFirst = 8;
    private const int WriterIsWoken = 16;
    private const int NotesOpen = 32;
    private const int OneReader = 64;
    private const int Readers = -OneReader;

    /// <summary>The mark of the tickets of readers that are counted.</summary>
    private const long CountedMark = 1;

    private const int PauseAfterDefeat = 20;

    private static long _lastId;

    private readonly string _holder;
    private readonly bool _isForReaders;
    private readonly long _id = Interlocked.Increment(ref _lastId);

    // Changed by interlocked instructions only, which are full fences: who takes the lock sees what was written under it before.
    private int _state;
    private int _writerThread;

    /// <summary>Makes a lock that nobody holds.</summary>
    /// <param name="holder">The holder's name, for messages.</param>
    /// <param name="isForReaders">Whether threads will come as readers at all; a lock of writers only is a little quicker without.</param>
    public AdaptiveReaderWriterLock(string holder, bool isForReaders)
    {
        _holder = holder;
        _isForReaders = isForReaders;
        _state = isForReaders ? NotesOpen : 0;
    }

    /// <summary>What notes call the lock.</summary>
    public long Id => _id;

    public bool IsWriteHeldByCurrentThread => _writerThread == Environment.CurrentManagedThreadId;

    public bool IsHeldByCurrentThread => IsWriteHeldByCurrentThread || ReaderRecord.Current.Holds(_id);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadPass EnterRead()
    {
        var record = ReaderRecord.Current;
        if (IsBiasedTo(record) && record.IsEmpty)
        {
            // The note is stored before the bias is loaded again. Nothing here keeps a processor from doing it the other way
            // round; the barrier that the writer makes all processors pass does (see EndBias): a reader that still sees the bias
            // has its note seen.
            record.Add(_id);
            if (IsBiasedTo(record))
            {
                return new(record, IsCounted: false);
            }

            RemoveNote(record);
        }

        TryEnterReadSlowly(record, Deadline.Never, out var pass);
        return pass;
    }

    /// <summary>Leaves with the pass of a reader that is inside, on its thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ExitRead(ReadPass pass)
    {
        var record = pass.Record!;
        if (pass.IsCounted)
        {
            record.Remove(_id);
            Discount();
        }
        else
        {
            RemoveNote(record);
        }
    }

    public long EnterReadWithTicket() => IssueTicket(EnterRead());

    public bool TryEnterReadWithTicket(TimeSpan timeout, out long ticket)
    {
        if (TryEnterReadSlowly(ReaderRecord.Current, Deadline.After(timeout), out var pass))
        {
            ticket = IssueTicket(pass);
            return true;
        }

        ticket = 0;
        return false;
    }

    /// <summary>Leaves with a ticket, which may be stale or somebody else's.</summary>
    public void ExitReadWithTicket(long ticket)
    {
        // Zero is no ticket: the notes of operations, which have none, are not crossed out by it.
        if ((ticket & ~CountedMark) == 0 || !ReaderRecord.Current.Remove(_id, ticket & ~CountedMark))
        {
            throw GateErrors.Mismatch(_holder);
        }

        if ((ticket & CountedMark) != 0)
        {
            Discount();
        }
        else
        {
            WakeIfNotesAreAwaited();
        }
    }

    public void EnterWrite() => TryEnterWrite(Deadline.Never);

    public bool TryEnterWrite(TimeSpan timeout) => TryEnterWrite(Deadline.After(timeout));

    public void ExitWrite()
    {
        ResumeOwnBias();
        _writerThread = 0;

        var state = Volatile.Read(ref _state);
        if (NeedsWaking(state) || Interlocked.CompareExchange(ref _state, state & ~Writer, state) != state)
        {
            ExitWriteAndWake();
        }
    }

    /// <summary>What <see cref="EnterWrite"/> is for a lock that is not for readers, and so has nothing to look for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnterAmongWriters()
    {
        if (Interlocked.CompareExchange(ref _state, Writer, 0) != 0)
        {
            WaitToWrite(Deadline.Never);
        }

        _writerThread = Environment.CurrentManagedThreadId;
    }

    /// <summary>What <see cref="ExitWrite"/> is for a lock that is not for readers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ExitAmongWriters()
    {
        _writerThread = 0;
        if (Interlocked.CompareExchange(ref _state, 0, Writer) != Writer)
        {
            ExitWriteAndWake();
        }
    }

    private bool TryEnterReadSlowly(ReaderRecord record, Deadline deadline, out ReadPass pass)
    {
        if (record.Holds(_id))
        {
            throw GateErrors.Recursion(_holder);
        }

        if (TryNote(record))
        {
            pass = new(record, IsCounted: false);
            return true;
        }

        if (!TryCountReader(Writer | WritersWait) && !WaitToRead(deadline))
        {
            pass = default;
            return false;
        }

        record.Add(_id);
        pass = new(record, IsCounted: true);
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
                SampleCountedRead();
                return true;
            }

            // Another thread was quicker. To try again at once would take the cache line from it before it is done.
            Thread.SpinWait(PauseAfterDefeat);
        }
    }

    private void Discount()
    {
        var state = Interlocked.Add(ref _state, -OneReader);
        if ((state & (WritersWait | ReadersWait)) != 0 && (state & Readers) == 0)
        {
            WakeSome();
        }
    }

    private long IssueTicket(ReadPass pass) => pass.Record!.IssueTicket(_id) | (pass.IsCounted ? CountedMark : 0);

    private bool TryEnterWrite(Deadline deadline)
    {
        var state = Volatile.Read(ref _state);
        if (((state & ~NotesOpen) != 0 || Interlocked.CompareExchange(ref _state, state | Writer, state) != state)
            && !WaitToWrite(deadline))
        {
            return false;
        }

        _writerThread = Environment.CurrentManagedThreadId;

        // Set at any time but cleared by writers only: without this bit nobody can be inside by a note. Read after the writer's
        // bit was set; readers that see that one do not stay.
        if ((Volatile.Read(ref _state) & NotesOpen) != 0)
        {
            return TryExcludeNoted(deadline);
        }

        SampleCountedWrite();
        return true;
    }
}

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
/// <item><em>Counted</em>: it counts itself in the word that writers use. Always open, and the only way for those that stay while
/// writes are many, because writers would spend their time looking through records.</item>
/// </list>
/// <para>
/// While writes are many, an operation, which leaves in a moment, comes in as a writer does: two interlocked instructions in all,
/// and threads wait for each other as they do for a plain lock, which is quicker then than to come and go at the same time.
/// </para>
/// <para>
/// The bias is from "BRAVO: Biased Locking for Reader-Writer Locks" (Dice and Kogan, USENIX ATC 2019), the barrier on behalf of
/// others from user-level RCU. Waiting threads spin, then block. A waiting writer keeps new readers out; when a writer leaves, the
/// readers that wait go first: neither can be kept waiting by an endless stream of the other. Among writers, whoever comes while
/// the lock is free takes it; one that slept and was woken in vain keeps those out that did not sleep.
/// </para>
/// </remarks>
internal sealed partial class AdaptiveReaderWriterLock
{
    // The bits of the state; the rest is the number of readers that are counted.
    private const int Free = 0;
    private const int Writer = 1;
    private const int WritersWait = 2;
    private const int ReadersWait = 4;
    private const int ReadersGoFirst = 8;
    private const int WriterIsWoken = 16;
    private const int NotesOpen = 32;
    private const int SleepersGoFirst = 64;
    private const int OneReader = 128;
    private const int Readers = -OneReader;

    /// <summary>What keeps every writer out.</summary>
    private const int IsInside = Writer | ReadersGoFirst | Readers;

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
        _state = isForReaders ? NotesOpen : Free;
    }

    /// <summary>What notes call the lock.</summary>
    public long Id => _id;

    public bool IsWriteHeldByCurrentThread => _writerThread == Environment.CurrentManagedThreadId;

    public bool IsHeldByCurrentThread => IsWriteHeldByCurrentThread || ReaderRecord.Current.Holds(_id);

    public long EnterReadWithTicket()
    {
        var record = ReaderRecord.Current;
        if (TryNoteByBias(record))
        {
            return IssueTicket(new(record, WayIn.Biased));
        }

        TryEnterReadSlowly(record, Deadline.Never, out var pass);
        return IssueTicket(pass);
    }

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

    public void EnterWrite()
    {
        // While notes are closed nobody is inside by one, and there is nothing to look for. If they are opened from here on, those
        // that come in by them see the writer's bit.
        if (TryEnterAlone())
        {
            _writerThread = Environment.CurrentManagedThreadId;
            _entries++;
            SampleWrite();
            return;
        }

        TryEnterWrite(Deadline.Never);
    }

    public bool TryEnterWrite(TimeSpan timeout) => TryEnterWrite(Deadline.After(timeout));

    public void ExitWrite()
    {
        ResumeOwnBias();
        ExitAmongWriters();
    }

    /// <summary>What <see cref="EnterWrite"/> is for a lock that is not for readers, and so has nothing to look for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnterAmongWriters()
    {
        if (Volatile.Read(ref _state) != Free || Interlocked.CompareExchange(ref _state, Writer, Free) != Free)
        {
            TryTakeOrWait(Deadline.Never);
        }

        _writerThread = Environment.CurrentManagedThreadId;
        _entries++;
    }

    /// <summary>What <see cref="ExitWrite"/> is for who has no bias that was suspended: in a lock that is not for readers, or come in to read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ExitAmongWriters()
    {
        _writerThread = 0;
        if (Volatile.Read(ref _state) != Writer || Interlocked.CompareExchange(ref _state, Free, Writer) != Writer)
        {
            ExitAmongWaiting();
        }
    }

    private bool TryTakeOrWait(Deadline deadline)
    {
        var state = Volatile.Read(ref _state);
        return ((state & (IsInside | SleepersGoFirst)) == 0 && Interlocked.CompareExchange(ref _state, state | Writer, state) == state)
            || WaitToWrite(deadline);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ExitAmongWaiting()
    {
        var state = Volatile.Read(ref _state);
        if (NeedsWaking(state) || Interlocked.CompareExchange(ref _state, state & ~Writer, state) != state)
        {
            ExitWriteAndWake();
        }
    }

    // What the processor compares does not depend on what it loaded where nobody waits: it need not wait for that.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryEnterAlone()
    {
        var state = Volatile.Read(ref _state);
        return state == Free
            ? Interlocked.CompareExchange(ref _state, Writer, Free) == Free
            : (state & (NotesOpen | IsInside | SleepersGoFirst)) == 0 && Interlocked.CompareExchange(ref _state, state | Writer, state) == state;
    }

    private bool TryEnterReadSlowly(ReaderRecord record, Deadline deadline, out ReadPass pass)
    {
        if (record.Holds(_id))
        {
            throw GateErrors.Recursion(_holder);
        }

        if (TryNote(record))
        {
            pass = new(record, WayIn.Noted);
            return true;
        }

        // Before the reader is counted: what could fail comes first.
        record.MakeRoom();
        if (!TryCountReader(Writer | WritersWait) && !WaitToRead(deadline))
        {
            pass = default;
            return false;
        }

        record.Add(_id);
        pass = new(record, WayIn.Counted);
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
                SampleRead();
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

    private long IssueTicket(ReadPass pass) => pass.Record!.IssueTicket(_id) | (pass.Way == WayIn.Counted ? CountedMark : 0);

    private bool TryEnterWrite(Deadline deadline)
    {
        if (!TryTakeOrWait(deadline))
        {
            return false;
        }

        _writerThread = Environment.CurrentManagedThreadId;
        _entries++;

        // Set at any time but cleared by writers only: without this bit nobody can be inside by a note. Read after the writer's
        // bit was set; readers that see that one do not stay.
        if ((Volatile.Read(ref _state) & NotesOpen) != 0)
        {
            return TryExcludeNoted(deadline);
        }

        SampleWrite();
        return true;
    }
}

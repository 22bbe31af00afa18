using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SafeState.Gates.ReaderWriter;

/// <summary>The read locks that one thread holds. Only its thread writes it; writers of any lock look through the records of all threads.</summary>
internal sealed class ReaderRecord
{
    private static readonly object Registration = new();

    // Replaced as a whole under the lock above.
    private static volatile ReaderRecord[] _all = [];

    [ThreadStatic]
    private static ReaderRecord? _current;

    private readonly Thread _thread = Thread.CurrentThread;

    // The first lock has a place of its own: nearly always it is the only one. Zero when there is none.
    private long _lock;
    private long _ticket;

    // Notes never move while they are in use, or a writer that looks through them could miss one. Grown, never shrunk.
    private Note[] _more = [];
    private int _moreUsed;

    private long _lastTicket;
    private int _fencedNotes;

#pragma warning disable CS0169, IDE0044, IDE0051 // Room, not data: two threads' records never share a cache line.
    private Padding _padding;
#pragma warning restore CS0169, IDE0044, IDE0051

    public static ReaderRecord Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _current ?? Register();
    }

    /// <summary>The records of all threads that have read, save some that have ended.</summary>
    public static ReaderRecord[] All => _all;

    /// <summary>The identifier of the record's thread.</summary>
    public int ThreadId { get; } = Environment.CurrentManagedThreadId;

    /// <summary>Whether the record's own thread holds no lock for reading.</summary>
    public bool IsEmpty => (_lock | (long)_moreUsed) == 0;

    /// <summary>Whether the record's own thread holds the lock for reading.</summary>
    public bool Holds(long id) => _lock == id || (_moreUsed != 0 && Find(id) >= 0);

    /// <summary>Whether the record's thread holds the lock for reading; asked by another thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsSeenToHold(long id) => Volatile.Read(ref _lock) == id || (Volatile.Read(ref _more).Length != 0 && IsSeenAmongMore(id));

    /// <summary>Notes in the first place, with release, that the thread holds the lock or is about to. Needs an empty record.</summary>
    public void AddFirst(long id) => Volatile.Write(ref _lock, id);

    /// <summary>Crosses the note in the first place out, with release: what was read under the lock was read before.</summary>
    public void RemoveFirst() => Volatile.Write(ref _lock, 0);

    /// <summary>Makes room for another note, which then needs no memory.</summary>
    public void MakeRoom()
    {
        if (_lock != 0 && _moreUsed == _more.Length)
        {
            // A writer may look at the old array for a moment; what it waits for it looks up again in the new one.
            var grown = new Note[Math.Max(8, _more.Length * 2)];
            _more.CopyTo(grown, 0);
            Volatile.Write(ref _more, grown);
        }
    }

    /// <summary>Notes, with release, that the thread holds the lock or is about to.</summary>
    public void Add(long id)
    {
        if (_lock == 0)
        {
            Volatile.Write(ref _lock, id);
        }
        else
        {
            AddToMore(id);
        }
    }

    /// <summary>The same, followed by a full fence: what the thread loads next is loaded after the note can be seen by all.</summary>
    public void AddWithFence(long id)
    {
        if (_lock == 0)
        {
            Interlocked.Exchange(ref _lock, id);
        }
        else
        {
            AddToMore(id);
            Interlocked.MemoryBarrier();
        }
    }

    /// <summary>Crosses the note out, with release: what was read under the lock was read before.</summary>
    public void Remove(long id)
    {
        if (_lock == id)
        {
            Volatile.Write(ref _lock, 0);
        }
        else
        {
            RemoveFromMore(Find(id));
        }
    }

    /// <summary>Gives the note of the lock a ticket. This thread gets each number once; it is even, so that the caller may mark it.</summary>
    public long IssueTicket(long id)
    {
        _lastTicket += 2;
        if (_lock == id)
        {
            _ticket = _lastTicket;
        }
        else
        {
            _more[Find(id)].Ticket = _lastTicket;
        }

        return _lastTicket;
    }

    /// <summary>Crosses the note with this ticket out, with release.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(long id, long ticket)
    {
        if (_lock == id)
        {
            if (_ticket != ticket)
            {
                return false;
            }

            _ticket = 0;
            Volatile.Write(ref _lock, 0);
            return true;
        }

        var index = Find(id);
        if (index < 0 || _more[index].Ticket != ticket)
        {
            return false;
        }

        _more[index].Ticket = 0;
        RemoveFromMore(index);
        return true;
    }

    /// <summary>Counts a note with a fence, on whatever lock.</summary>
    /// <returns>The number of them so far; starts again from the least number when there are too many to count.</returns>
    public int CountFencedNote() => ++_fencedNotes;

    private int Find(long id)
    {
        var index = _moreUsed - 1;
        while (index >= 0 && _more[index].Lock != id)
        {
            index--;
        }

        return index;
    }

    private bool IsSeenAmongMore(long id)
    {
        // All places, not those that are in use: their number is the thread's own business and not published with them.
        foreach (ref var note in Volatile.Read(ref _more).AsSpan())
        {
            if (Volatile.Read(ref note.Lock) == id)
            {
                return true;
            }
        }

        return false;
    }

    private void AddToMore(long id)
    {
        MakeRoom();
        Volatile.Write(ref _more[_moreUsed].Lock, id);
        _moreUsed++;
    }

    private void RemoveFromMore(int index)
    {
        Volatile.Write(ref _more[index].Lock, 0);
        while (_moreUsed > 0 && _more[_moreUsed - 1].Lock == 0)
        {
            _moreUsed--;
        }
    }

    /// <summary>Forgets the records of threads that have ended: whatever they noted, they read nothing any more.</summary>
    public static void ForgetEnded()
    {
        lock (Registration)
        {
            _all = [.. Living()];
        }
    }

    private static IEnumerable<ReaderRecord> Living() => _all.Where(static record => record._thread.IsAlive);

    private static ReaderRecord Register()
    {
        var record = new ReaderRecord();
        lock (Registration)
        {
            // To look for threads that have ended here keeps the list as short as there are threads.
            _all = [.. Living(), record];
        }

        return _current = record;
    }

    private struct Note
    {
        public long Lock;
        public long Ticket;
    }

    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Padding;
}

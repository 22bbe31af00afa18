namespace SafeState.Gates.ReaderWriter;

/// <summary>The read locks that one thread holds. Only its thread writes it; writers of any lock look through the records of all threads.</summary>
internal sealed class ReaderRecord
{
    private static readonly object Registration = new();

    // Replaced as a whole under the lock above.
    private static volatile ReaderRecord[] _all = [];

    [ThreadStatic]
    private static ReaderRecord? _current;

    // Goes with its thread, and takes the record out of the list then.
    [ThreadStatic]
    private static Registered? _registered;

    // Entries never move while they are in use, or a writer that looks through them could miss one. Grown, never shrunk.
    private Entry[] _entries = new Entry[8];
    private int _count;
    private long _lastTicket;

    public static ReaderRecord Current => _current ?? Register();

    public static ReaderRecord[] All => _all;

    /// <summary>Whether the record's own thread holds the lock for reading.</summary>
    public bool Holds(long id)
    {
        for (var index = 0; index < _count; index++)
        {
            if (_entries[index].Lock == id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the record's thread holds the lock for reading; asked by another thread.</summary>
    public bool IsSeenToHold(long id)
    {
        // All entries, not those below the count: the count is the thread's own business and not published with them.
        foreach (ref var entry in Volatile.Read(ref _entries).AsSpan())
        {
            if (Volatile.Read(ref entry.Lock) == id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Notes that the thread holds the lock, or is about to. The note is written with release.</summary>
    /// <returns>A ticket that this thread gets only once; even, so that the caller may mark it.</returns>
    public long Enter(long id)
    {
        var index = _count;
        if (index == _entries.Length)
        {
            Grow();
        }

        ref var entry = ref _entries[index];
        entry.Ticket = _lastTicket += 2;
        Volatile.Write(ref entry.Lock, id);
        _count = index + 1;
        return _lastTicket;
    }

    /// <summary>Crosses the note out, with release: what was read under the lock was read before.</summary>
    /// <returns>Whether there was a note with this ticket.</returns>
    public bool Leave(long id, long ticket)
    {
        // Scopes nest: it is nearly always the last one, and the only one.
        var last = _count - 1;
        if (last == 0 && _entries[0].Lock == id && _entries[0].Ticket == ticket)
        {
            Volatile.Write(ref _entries[0].Lock, 0);
            _count = 0;
            return true;
        }

        return LeaveOneOfMany(id, ticket);
    }

    private bool LeaveOneOfMany(long id, long ticket)
    {
        var index = _count - 1;
        while (index >= 0 && (_entries[index].Lock != id || _entries[index].Ticket != ticket))
        {
            index--;
        }

        if (index < 0)
        {
            return false;
        }

        Volatile.Write(ref _entries[index].Lock, 0);
        while (_count > 0 && _entries[_count - 1].Lock == 0)
        {
            _count--;
        }

        return true;
    }

    // A writer may look at the old array for a moment; what it waits for it looks up again in the new one.
    private void Grow()
    {
        var grown = new Entry[_entries.Length * 2];
        _entries.CopyTo(grown, 0);
        Volatile.Write(ref _entries, grown);
    }

    private static ReaderRecord Register()
    {
        var record = new ReaderRecord();
        lock (Registration)
        {
            _all = [.. _all, record];
        }

        _registered = new Registered(record);
        return _current = record;
    }

    private struct Entry
    {
        public long Lock;
        public long Ticket;
    }

    private sealed class Registered(ReaderRecord record)
    {
        ~Registered()
        {
            lock (Registration)
            {
                _all = Array.FindAll(_all, other => other != record);
            }
        }
    }
}

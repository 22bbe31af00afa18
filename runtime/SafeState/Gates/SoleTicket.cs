namespace SafeState.Gates;

/// <summary>The ticket of the one reader that can be inside a gate whose readers exclude each other.</summary>
/// <remarks>
/// Written under the gate's lock only. A ticket is never used twice, so one that is current can only be in the hands of the thread
/// that is inside: a stale ticket is told without asking who owns the lock.
/// </remarks>
internal struct SoleTicket
{
    private long _current;
    private long _last;

    /// <summary>Makes the ticket of the reader that has just come in.</summary>
    public long Issue() => _current = ++_last;

    /// <summary>Takes the ticket back from a reader that is about to leave.</summary>
    /// <exception cref="SynchronizationLockException">It is not the current one.</exception>
    public void Return(long ticket, string holder)
    {
        // Zero is the ticket of nobody, and current while a writer is inside.
        if (ticket == 0 || ticket != Volatile.Read(ref _current))
        {
            throw GateErrors.Mismatch(holder);
        }

        _current = 0;
    }
}

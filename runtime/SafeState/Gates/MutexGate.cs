namespace SafeState.Gates;

/// <summary>The gate of <see cref="Strategy.Mutex"/>: one thread at a time, reader or writer.</summary>
public struct MutexGate : IGate<MutexGate>
{
    private ExclusiveLock _lock;

    // Both are written under the lock only. A ticket is never used twice, so one that equals _current can only be in the
    // hands of the thread that is inside: a stale ticket is told without asking who owns the lock.
    private long _current;
    private long _last;

    /// <inheritdoc/>
    public static bool PublishesImages => false;

    /// <inheritdoc/>
    public static bool IsExclusive => true;

    /// <inheritdoc/>
    public static bool CanFreeze => false;

    /// <inheritdoc/>
    public readonly bool IsFrozen => false;

    /// <inheritdoc/>
    public readonly bool IsHeldByCurrentThread => _lock.IsHeldByCurrentThread;

    /// <inheritdoc/>
    public readonly bool IsWriteHeldByCurrentThread => _lock.IsHeldByCurrentThread;

    /// <inheritdoc/>
    public static MutexGate Create(string holder) => new() { _lock = new ExclusiveLock(holder) };

    /// <inheritdoc/>
    public long EnterRead()
    {
        _lock.Enter();
        return _current = ++_last;
    }

    /// <inheritdoc/>
    public bool TryEnterRead(TimeSpan timeout, out long ticket)
    {
        if (!_lock.TryEnter(timeout))
        {
            ticket = 0;
            return false;
        }

        ticket = _current = ++_last;
        return true;
    }

    /// <inheritdoc/>
    public void ExitRead(long ticket)
    {
        // Zero is the ticket of nobody, and current while a writer is inside.
        if (ticket == 0 || ticket != Volatile.Read(ref _current))
        {
            throw GateErrors.Mismatch(_lock.Holder);
        }

        _current = 0;
        _lock.Exit();
    }

    /// <inheritdoc/>
    public void EnterWrite() => _lock.Enter();

    /// <inheritdoc/>
    public bool TryEnterWrite(TimeSpan timeout) => _lock.TryEnter(timeout);

    /// <inheritdoc/>
    public void ExitWrite() => _lock.Exit();

    /// <inheritdoc/>
    public readonly void Freeze() => throw GateErrors.CannotFreeze(_lock.Holder);
}

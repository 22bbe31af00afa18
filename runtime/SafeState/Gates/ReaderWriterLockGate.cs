namespace SafeState.Gates;

/// <summary>The gate of <see cref="Strategy.ReaderWriterLock"/>: many readers at a time, or one writer.</summary>
public readonly struct ReaderWriterLockGate : IGate<ReaderWriterLockGate>
{
    private const long Entered = 1;

    private readonly ReaderWriterLockSlim _lock;
    private readonly string _holder;

    private ReaderWriterLockGate(string holder)
    {
        _holder = holder;

        // Without recursion the lock itself refuses a second entry by a thread that is inside, as reader or as writer.
        _lock = new ReaderWriterLockSlim(LockRecursionPolicy.NoRecursion);
    }

    /// <inheritdoc/>
    public static bool PublishesImages => false;

    /// <inheritdoc/>
    public static bool IsExclusive => false;

    /// <inheritdoc/>
    public static bool CanFreeze => false;

    /// <inheritdoc/>
    public bool IsFrozen => false;

    /// <inheritdoc/>
    public bool IsHeldByCurrentThread => _lock.IsReadLockHeld || _lock.IsWriteLockHeld;

    /// <inheritdoc/>
    public bool IsWriteHeldByCurrentThread => _lock.IsWriteLockHeld;

    /// <inheritdoc/>
    public static ReaderWriterLockGate Create(string holder) => new(holder);

    /// <inheritdoc/>
    public long EnterRead()
    {
        try
        {
            _lock.EnterReadLock();
        }
        catch (LockRecursionException exception)
        {
            throw GateErrors.Recursion(_holder, exception);
        }

        return Entered;
    }

    /// <inheritdoc/>
    public bool TryEnterRead(TimeSpan timeout, out long ticket)
    {
        ticket = Entered;
        try
        {
            return _lock.TryEnterReadLock(timeout);
        }
        catch (LockRecursionException exception)
        {
            throw GateErrors.Recursion(_holder, exception);
        }
    }

    /// <inheritdoc/>
    public void ExitRead(long ticket)
    {
        try
        {
            _lock.ExitReadLock();
        }
        catch (SynchronizationLockException)
        {
            throw GateErrors.Mismatch(_holder);
        }
    }

    /// <inheritdoc/>
    public void EnterWrite()
    {
        try
        {
            _lock.EnterWriteLock();
        }
        catch (LockRecursionException exception)
        {
            throw GateErrors.Recursion(_holder, exception);
        }
    }

    /// <inheritdoc/>
    public bool TryEnterWrite(TimeSpan timeout)
    {
        try
        {
            return _lock.TryEnterWriteLock(timeout);
        }
        catch (LockRecursionException exception)
        {
            throw GateErrors.Recursion(_holder, exception);
        }
    }

    /// <inheritdoc/>
    public void ExitWrite() => _lock.ExitWriteLock();

    /// <inheritdoc/>
    public void Freeze() => throw GateErrors.CannotFreeze(_holder);
}

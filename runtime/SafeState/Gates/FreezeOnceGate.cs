using SafeState.Gates.ReaderWriter;

namespace SafeState.Gates;

/// <summary>The gate of <see cref="Strategy.FreezeOnce"/>: a reader-writer lock until it is frozen, then open to readers and closed to writers.</summary>
public struct FreezeOnceGate : IGate<FreezeOnceGate>
{
    private AdaptiveReaderWriterLock _lock;
    private string _holder;
    private bool _isFrozen;

    /// <inheritdoc/>
    public static bool PublishesImages => false;

    /// <inheritdoc/>
    public static bool CanFreeze => true;

    // The acquire pairs with the release in Freeze: a reader that sees the flag sees every change made before it, and need
    // not take the lock.

    /// <inheritdoc/>
    public bool IsFrozen => Volatile.Read(ref _isFrozen);

    /// <inheritdoc/>
    public bool IsHeldByCurrentThread => !IsFrozen && _lock.IsHeldByCurrentThread;

    /// <inheritdoc/>
    public bool IsWriteHeldByCurrentThread => !IsFrozen && _lock.IsWriteHeldByCurrentThread;

    /// <inheritdoc/>
    public static FreezeOnceGate Create(string holder) => new() { _lock = new AdaptiveReaderWriterLock(holder, isForReaders: true), _holder = holder };

    /// <inheritdoc/>
    public long EnterRead() => IsFrozen ? 0 : _lock.EnterReadWithTicket();

    /// <inheritdoc/>
    public bool TryEnterRead(TimeSpan timeout, out long ticket)
    {
        if (!IsFrozen)
        {
            return _lock.TryEnterReadWithTicket(timeout, out ticket);
        }

        ticket = 0;
        return true;
    }

    /// <inheritdoc/>
    public void ExitRead(long ticket)
    {
        // The ticket, not the flag: the holder may have been frozen since this reader took the lock.
        if (ticket != 0)
        {
            _lock.ExitReadWithTicket(ticket);
        }
    }

    ReadPass IGate<FreezeOnceGate>.EnterOperation() => IsFrozen ? default : _lock.EnterOperation();

    void IGate<FreezeOnceGate>.ExitOperation(ReadPass pass)
    {
        if (pass.Record is not null)
        {
            _lock.ExitOperation(pass);
        }
    }

    /// <inheritdoc/>
    public void EnterWrite()
    {
        ThrowIfFrozen();
        _lock.EnterWrite();
        LeaveIfFrozen();
    }

    /// <inheritdoc/>
    public bool TryEnterWrite(TimeSpan timeout)
    {
        ThrowIfFrozen();
        if (!_lock.TryEnterWrite(timeout))
        {
            return false;
        }

        LeaveIfFrozen();
        return true;
    }

    /// <inheritdoc/>
    public void ExitWrite() => _lock.ExitWrite();

    /// <inheritdoc/>
    public void Freeze()
    {
        if (IsFrozen)
        {
            return;
        }

        _lock.EnterWrite();
        Volatile.Write(ref _isFrozen, true);
        _lock.ExitWrite();
    }

    private void ThrowIfFrozen()
    {
        if (IsFrozen)
        {
            throw GateErrors.Frozen(_holder);
        }
    }

    // The holder may have been frozen while this thread waited for the lock.
    private void LeaveIfFrozen()
    {
        if (_isFrozen)
        {
            _lock.ExitWrite();
            throw GateErrors.Frozen(_holder);
        }
    }
}

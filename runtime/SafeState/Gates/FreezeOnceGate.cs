namespace SafeState.Gates;

/// <summary>The gate of <see cref="Strategy.FreezeOnce"/>: a reader-writer lock until it is frozen, then open to readers and closed to writers.</summary>
public struct FreezeOnceGate : IGate<FreezeOnceGate>
{
    private ReaderWriterLockGate _gate;
    private string _holder;
    private bool _isFrozen;

    /// <inheritdoc/>
    public static bool IsExclusive => false;

    /// <inheritdoc/>
    public static bool PublishesImages => false;

    /// <inheritdoc/>
    public static bool CanFreeze => true;

    // The acquire pairs with the release in Freeze: a reader that sees the flag sees every change made before it, and need
    // not take the lock.

    /// <inheritdoc/>
    public bool IsFrozen => Volatile.Read(ref _isFrozen);

    /// <inheritdoc/>
    public bool IsHeldByCurrentThread => !IsFrozen && _gate.IsHeldByCurrentThread;

    /// <inheritdoc/>
    public bool IsWriteHeldByCurrentThread => !IsFrozen && _gate.IsWriteHeldByCurrentThread;

    /// <inheritdoc/>
    public static FreezeOnceGate Create(string holder) => new() { _gate = ReaderWriterLockGate.Create(holder), _holder = holder };

    /// <inheritdoc/>
    public long EnterRead() => IsFrozen ? 0 : _gate.EnterRead();

    /// <inheritdoc/>
    public bool TryEnterRead(TimeSpan timeout, out long ticket)
    {
        if (!IsFrozen)
        {
            return _gate.TryEnterRead(timeout, out ticket);
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
            _gate.ExitRead(ticket);
        }
    }

    /// <inheritdoc/>
    public void EnterWrite()
    {
        ThrowIfFrozen();
        _gate.EnterWrite();
        LeaveIfFrozen();
    }

    /// <inheritdoc/>
    public bool TryEnterWrite(TimeSpan timeout)
    {
        ThrowIfFrozen();
        if (!_gate.TryEnterWrite(timeout))
        {
            return false;
        }

        LeaveIfFrozen();
        return true;
    }

    /// <inheritdoc/>
    public void ExitWrite() => _gate.ExitWrite();

    /// <inheritdoc/>
    public void Freeze()
    {
        if (IsFrozen)
        {
            return;
        }

        _gate.EnterWrite();
        Volatile.Write(ref _isFrozen, true);
        _gate.ExitWrite();
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
            _gate.ExitWrite();
            throw GateErrors.Frozen(_holder);
        }
    }
}

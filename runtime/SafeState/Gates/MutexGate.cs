using SafeState.Gates.ReaderWriter;

namespace SafeState.Gates;

/// <summary>The gate of <see cref="Strategy.Mutex"/>: one thread at a time, reader or writer.</summary>
public struct MutexGate : IGate<MutexGate>
{
    // Used by writers only, which readers are here. Without readers it is a plain lock, and a quick one.
    private AdaptiveReaderWriterLock _lock;
    private string _holder;
    private SoleTicket _ticket;

    /// <inheritdoc/>
    public static bool PublishesImages => false;

    /// <inheritdoc/>
    public static bool CanFreeze => false;

    /// <inheritdoc/>
    public readonly bool IsFrozen => false;

    /// <inheritdoc/>
    public readonly bool IsHeldByCurrentThread => _lock.IsWriteHeldByCurrentThread;

    /// <inheritdoc/>
    public readonly bool IsWriteHeldByCurrentThread => _lock.IsWriteHeldByCurrentThread;

    /// <inheritdoc/>
    public static MutexGate Create(string holder) => new() { _lock = new AdaptiveReaderWriterLock(holder, isForReaders: false), _holder = holder };

    /// <inheritdoc/>
    public long EnterRead()
    {
        _lock.EnterAmongWriters();
        return _ticket.Issue();
    }

    /// <inheritdoc/>
    public bool TryEnterRead(TimeSpan timeout, out long ticket)
    {
        if (!_lock.TryEnterWrite(timeout))
        {
            ticket = 0;
            return false;
        }

        ticket = _ticket.Issue();
        return true;
    }

    /// <inheritdoc/>
    public void ExitRead(long ticket)
    {
        _ticket.Return(ticket, _holder);
        _lock.ExitAmongWriters();
    }

    ReadPass IGate<MutexGate>.EnterOperation()
    {
        _lock.EnterAmongWriters();
        return default;
    }

    void IGate<MutexGate>.ExitOperation(ReadPass pass) => _lock.ExitAmongWriters();

    /// <inheritdoc/>
    public readonly void EnterWrite() => _lock.EnterAmongWriters();

    /// <inheritdoc/>
    public readonly bool TryEnterWrite(TimeSpan timeout) => _lock.TryEnterWrite(timeout);

    /// <inheritdoc/>
    public readonly void ExitWrite() => _lock.ExitAmongWriters();

    /// <inheritdoc/>
    public readonly void Freeze() => throw GateErrors.CannotFreeze(_holder);
}

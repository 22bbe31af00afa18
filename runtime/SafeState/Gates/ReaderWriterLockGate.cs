using SafeState.Gates.ReaderWriter;

namespace SafeState.Gates;

/// <summary>The gate of <see cref="Strategy.ReaderWriterLock"/>: many readers at a time, or one writer.</summary>
public readonly struct ReaderWriterLockGate : IGate<ReaderWriterLockGate>
{
    private readonly AdaptiveReaderWriterLock _lock;
    private readonly string _holder;

    private ReaderWriterLockGate(string holder)
    {
        _holder = holder;
        _lock = new AdaptiveReaderWriterLock(holder, isForReaders: true);
    }

    /// <inheritdoc/>
    public static bool PublishesImages => false;

    /// <inheritdoc/>
    public static bool CanFreeze => false;

    /// <inheritdoc/>
    public bool IsFrozen => false;

    /// <inheritdoc/>
    public bool IsHeldByCurrentThread => _lock.IsHeldByCurrentThread;

    /// <inheritdoc/>
    public bool IsWriteHeldByCurrentThread => _lock.IsWriteHeldByCurrentThread;

    /// <inheritdoc/>
    public static ReaderWriterLockGate Create(string holder) => new(holder);

    /// <inheritdoc/>
    public long EnterRead() => _lock.EnterReadWithTicket();

    /// <inheritdoc/>
    public bool TryEnterRead(TimeSpan timeout, out long ticket) => _lock.TryEnterReadWithTicket(timeout, out ticket);

    /// <inheritdoc/>
    public void ExitRead(long ticket) => _lock.ExitReadWithTicket(ticket);

    ReadPass IGate<ReaderWriterLockGate>.EnterOperation() => _lock.EnterOperation();

    void IGate<ReaderWriterLockGate>.ExitOperation(ReadPass pass) => _lock.ExitOperation(pass);

    /// <inheritdoc/>
    public void EnterWrite() => _lock.EnterWrite();

    /// <inheritdoc/>
    public bool TryEnterWrite(TimeSpan timeout) => _lock.TryEnterWrite(timeout);

    /// <inheritdoc/>
    public void ExitWrite() => _lock.ExitWrite();

    /// <inheritdoc/>
    public void Freeze() => throw GateErrors.CannotFreeze(_holder);
}

using SafeState.Gates.ReaderWriter;

namespace SafeState.Gates;

/// <summary>
/// The gate of <see cref="Strategy.CopyOnWrite"/>: writers one at a time; readers pass, for they read the published image.
/// </summary>
/// <remarks>Read scopes are kept per thread by <see cref="Infrastructure.ReadScopes"/>, not here: a reader leaves no mark on the gate.</remarks>
public readonly struct CopyOnWriteGate : IGate<CopyOnWriteGate>
{
    private readonly AdaptiveReaderWriterLock _lock;
    private readonly string _holder;

    private CopyOnWriteGate(string holder)
    {
        _holder = holder;
        _lock = new AdaptiveReaderWriterLock(holder, isForReaders: false);
    }

    /// <inheritdoc/>
    public static bool PublishesImages => true;

    /// <inheritdoc/>
    public static bool CanFreeze => false;

    /// <inheritdoc/>
    public bool IsFrozen => false;

    /// <inheritdoc/>
    public bool IsHeldByCurrentThread => _lock.IsWriteHeldByCurrentThread;

    /// <inheritdoc/>
    public bool IsWriteHeldByCurrentThread => _lock.IsWriteHeldByCurrentThread;

    /// <inheritdoc/>
    public static CopyOnWriteGate Create(string holder) => new(holder);

    /// <inheritdoc/>
    public long EnterRead() => 0;

    /// <inheritdoc/>
    public bool TryEnterRead(TimeSpan timeout, out long ticket)
    {
        ticket = 0;
        return true;
    }

    /// <inheritdoc/>
    public void ExitRead(long ticket)
    {
    }

    ReadPass IGate<CopyOnWriteGate>.EnterOperation() => default;

    void IGate<CopyOnWriteGate>.ExitOperation(ReadPass pass)
    {
    }

    /// <inheritdoc/>
    public void EnterWrite() => _lock.EnterAmongWriters();

    /// <inheritdoc/>
    public bool TryEnterWrite(TimeSpan timeout) => _lock.TryEnterWrite(timeout);

    /// <inheritdoc/>
    public void ExitWrite() => _lock.ExitAmongWriters();

    /// <inheritdoc/>
    public void Freeze() => throw GateErrors.CannotFreeze(_holder);
}

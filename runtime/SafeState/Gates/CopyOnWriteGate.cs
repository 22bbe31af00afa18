namespace SafeState.Gates;

/// <summary>
/// The gate of <see cref="Strategy.CopyOnWrite"/>: writers one at a time; readers pass, for they read the published image.
/// </summary>
/// <remarks>Read scopes are kept per thread by <see cref="Infrastructure.ReadScopes"/>, not here: a reader leaves no mark on the gate.</remarks>
public struct CopyOnWriteGate : IGate<CopyOnWriteGate>
{
    private ExclusiveLock _lock;

    /// <inheritdoc/>
    public static bool PublishesImages => true;

    /// <inheritdoc/>
    public static bool IsExclusive => false;

    /// <inheritdoc/>
    public static bool CanFreeze => false;

    /// <inheritdoc/>
    public readonly bool IsFrozen => false;

    /// <inheritdoc/>
    public readonly bool IsHeldByCurrentThread => _lock.IsHeldByCurrentThread;

    /// <inheritdoc/>
    public readonly bool IsWriteHeldByCurrentThread => _lock.IsHeldByCurrentThread;

    /// <inheritdoc/>
    public static CopyOnWriteGate Create(string holder) => new() { _lock = new ExclusiveLock(holder) };

    /// <inheritdoc/>
    public readonly long EnterRead() => 0;

    /// <inheritdoc/>
    public readonly bool TryEnterRead(TimeSpan timeout, out long ticket)
    {
        ticket = 0;
        return true;
    }

    /// <inheritdoc/>
    public readonly void ExitRead(long ticket)
    {
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

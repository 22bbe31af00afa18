namespace SafeState.Gates;

/// <summary>The platform's mutual exclusion lock, made to refuse a second entry by the thread that holds it. Never copied.</summary>
internal struct ExclusiveLock(string holder)
{
#if NET9_0_OR_GREATER
    private readonly Lock _lock = new();
#else
    private readonly object _lock = new();
#endif

    // Written only by the thread that holds the lock, so a thread that holds it always sees its own value, whatever the
    // processor's memory order; for any other thread the value means nothing and IsHeldByCurrentThread asks the lock too.
    private bool _isHeld;

    public readonly string Holder => holder;

#if NET9_0_OR_GREATER
    public readonly bool IsHeldByCurrentThread => _isHeld && _lock.IsHeldByCurrentThread;
#else
    public readonly bool IsHeldByCurrentThread => _isHeld && Monitor.IsEntered(_lock);
#endif

    public void Enter()
    {
#if NET9_0_OR_GREATER
        _lock.Enter();
#else
        Monitor.Enter(_lock);
#endif
        Take();
    }

    public bool TryEnter(TimeSpan timeout)
    {
#if NET9_0_OR_GREATER
        if (!_lock.TryEnter(timeout))
#else
        if (!Monitor.TryEnter(_lock, timeout))
#endif
        {
            return false;
        }

        Take();
        return true;
    }

    public void Exit()
    {
        _isHeld = false;
        Release();
    }

    private void Take()
    {
        // The platform's lock lets its owner in again; only the owner can find the flag set here.
        if (_isHeld)
        {
            Release();
            throw GateErrors.Recursion(holder);
        }

        _isHeld = true;
    }

    private readonly void Release()
    {
#if NET9_0_OR_GREATER
        _lock.Exit();
#else
        Monitor.Exit(_lock);
#endif
    }
}

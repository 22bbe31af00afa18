namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>What people write around a map that threads share: a reader-writer lock.</summary>
internal sealed class ReaderWriterLockedDictionary<TKey>
    where TKey : notnull
{
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly Dictionary<TKey, long> _entries = [];

    public bool TryGetValue(TKey key, out long value)
    {
        _gate.EnterReadLock();
        try
        {
            return _entries.TryGetValue(key, out value);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    public void Set(TKey key, long value)
    {
        _gate.EnterWriteLock();
        try
        {
            _entries[key] = value;
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    public bool TryAdd(TKey key, long value)
    {
        _gate.EnterWriteLock();
        try
        {
            return _entries.TryAdd(key, value);
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    public bool Remove(TKey key)
    {
        _gate.EnterWriteLock();
        try
        {
            return _entries.Remove(key);
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    public void Increment(TKey key)
    {
        _gate.EnterWriteLock();
        try
        {
            _entries[key] = _entries.GetValueOrDefault(key) + 1;
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }
}

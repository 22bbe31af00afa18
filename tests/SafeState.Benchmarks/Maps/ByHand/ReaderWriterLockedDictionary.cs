namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>What people write around a map that threads share: a reader-writer lock.</summary>
internal sealed class ReaderWriterLockedDictionary
{
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly Dictionary<int, long> _entries = [];

    public bool TryGetValue(int key, out long value)
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

    public void Set(int key, long value)
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
}

namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>What people wrote around a map that threads share before there was <see cref="Lock"/>.</summary>
internal sealed class MonitoredDictionary<TKey>
    where TKey : notnull
{
    private readonly object _gate = new();
    private readonly Dictionary<TKey, long> _entries = [];

    public bool TryGetValue(TKey key, out long value)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(key, out value);
        }
    }

    public void Set(TKey key, long value)
    {
        lock (_gate)
        {
            _entries[key] = value;
        }
    }

    public bool TryAdd(TKey key, long value)
    {
        lock (_gate)
        {
            return _entries.TryAdd(key, value);
        }
    }

    public bool Remove(TKey key)
    {
        lock (_gate)
        {
            return _entries.Remove(key);
        }
    }

    public void Increment(TKey key)
    {
        lock (_gate)
        {
            _entries[key] = _entries.GetValueOrDefault(key) + 1;
        }
    }
}

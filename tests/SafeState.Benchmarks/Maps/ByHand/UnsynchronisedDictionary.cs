namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>What people write around a map that threads do not share: nothing.</summary>
internal sealed class UnsynchronisedDictionary<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, long> _entries = [];

    public bool TryGetValue(TKey key, out long value) => _entries.TryGetValue(key, out value);

    public void Set(TKey key, long value) => _entries[key] = value;

    public bool TryAdd(TKey key, long value) => _entries.TryAdd(key, value);

    public bool Remove(TKey key) => _entries.Remove(key);

    public void Increment(TKey key) => _entries[key] = _entries.GetValueOrDefault(key) + 1;
}

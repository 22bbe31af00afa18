namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>A dictionary behind a lock, written by hand.</summary>
public readonly struct LockMap<TKey> : IMap<LockMap<TKey>, TKey>
    where TKey : notnull
{
    private readonly LockedDictionary<TKey> _map;

    private LockMap(LockedDictionary<TKey> map) => _map = map;

    public static string Name => "lock (Lock)";

    public static LockMap<TKey> Create(TKey[] keys) => new LockMap<TKey>(new LockedDictionary<TKey>()).Filled(keys);

    public bool TryGetValue(TKey key, out long value) => _map.TryGetValue(key, out value);

    public void Set(TKey key, long value) => _map.Set(key, value);

    public bool TryAdd(TKey key, long value) => _map.TryAdd(key, value);

    public bool Remove(TKey key) => _map.Remove(key);

    public void Increment(TKey key) => _map.Increment(key);
}

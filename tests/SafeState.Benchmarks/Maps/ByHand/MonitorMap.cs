namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>A dictionary behind a lock on an object, written by hand.</summary>
public readonly struct MonitorMap<TKey> : IMap<MonitorMap<TKey>, TKey>
    where TKey : notnull
{
    private readonly MonitoredDictionary<TKey> _map;

    private MonitorMap(MonitoredDictionary<TKey> map) => _map = map;

    public static string Name => "lock (object)";

    public static MonitorMap<TKey> Create(TKey[] keys) => new MonitorMap<TKey>(new MonitoredDictionary<TKey>()).Filled(keys);

    public bool TryGetValue(TKey key, out long value) => _map.TryGetValue(key, out value);

    public void Set(TKey key, long value) => _map.Set(key, value);

    public bool TryAdd(TKey key, long value) => _map.TryAdd(key, value);

    public bool Remove(TKey key) => _map.Remove(key);

    public void Increment(TKey key) => _map.Increment(key);
}

using System.Collections.Concurrent;

namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>The platform's own map for threads.</summary>
public readonly struct ConcurrentMap<TKey> : IMap<ConcurrentMap<TKey>, TKey>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, long> _map;

    private ConcurrentMap(ConcurrentDictionary<TKey, long> map) => _map = map;

    public static string Name => "ConcurrentDictionary";

    public static ConcurrentMap<TKey> Create(TKey[] keys) => new ConcurrentMap<TKey>(new ConcurrentDictionary<TKey, long>()).Filled(keys);

    public bool TryGetValue(TKey key, out long value) => _map.TryGetValue(key, out value);

    public void Set(TKey key, long value) => _map[key] = value;

    public bool TryAdd(TKey key, long value) => _map.TryAdd(key, value);

    public bool Remove(TKey key) => _map.TryRemove(key, out _);

    public void Increment(TKey key) => _map.AddOrUpdate(key, 1, static (_, value) => value + 1);
}

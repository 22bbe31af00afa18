namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>The limit: a dictionary in an object, as in the others, but nobody shares it.</summary>
public readonly struct UnsynchronisedMap<TKey> : IMap<UnsynchronisedMap<TKey>, TKey>
    where TKey : notnull
{
    private readonly UnsynchronisedDictionary<TKey> _map;

    private UnsynchronisedMap(UnsynchronisedDictionary<TKey> map) => _map = map;

    public static string Name => "Dictionary, no lock";

    public static UnsynchronisedMap<TKey> Create(TKey[] keys) => new UnsynchronisedMap<TKey>(new UnsynchronisedDictionary<TKey>()).Filled(keys);

    public bool TryGetValue(TKey key, out long value) => _map.TryGetValue(key, out value);

    public void Set(TKey key, long value) => _map.Set(key, value);

    public bool TryAdd(TKey key, long value) => _map.TryAdd(key, value);

    public bool Remove(TKey key) => _map.Remove(key);

    public void Increment(TKey key) => _map.Increment(key);
}

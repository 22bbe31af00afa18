namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>An immutable dictionary that writers replace by compare-and-swap, written by hand.</summary>
public readonly struct ImmutableMap<TKey> : IMap<ImmutableMap<TKey>, TKey>
    where TKey : notnull
{
    private readonly ImmutableDictionaryCell<TKey> _map;

    private ImmutableMap(ImmutableDictionaryCell<TKey> map) => _map = map;

    public static string Name => "ImmutableDictionary";

    public static ImmutableMap<TKey> Create(TKey[] keys) => new ImmutableMap<TKey>(new ImmutableDictionaryCell<TKey>()).Filled(keys);

    public bool TryGetValue(TKey key, out long value) => _map.TryGetValue(key, out value);

    public void Set(TKey key, long value) => _map.Set(key, value);

    public bool TryAdd(TKey key, long value) => _map.TryAdd(key, value);

    public bool Remove(TKey key) => _map.Remove(key);

    public void Increment(TKey key) => _map.Increment(key);
}

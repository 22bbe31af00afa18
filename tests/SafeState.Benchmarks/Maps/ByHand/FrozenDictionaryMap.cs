using System.Collections.Frozen;

namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>The platform's own map for what never changes.</summary>
public readonly struct FrozenDictionaryMap<TKey> : IMap<FrozenDictionaryMap<TKey>, TKey>
    where TKey : notnull
{
    private readonly FrozenDictionary<TKey, long> _map;

    private FrozenDictionaryMap(FrozenDictionary<TKey, long> map) => _map = map;

    public static string Name => "FrozenDictionary";

    public static FrozenDictionaryMap<TKey> Create(TKey[] keys) =>
        new(keys.Select((key, position) => KeyValuePair.Create(key, (long)position)).ToFrozenDictionary());

    public bool TryGetValue(TKey key, out long value) => _map.TryGetValue(key, out value);

    public void Set(TKey key, long value) => throw NoWrites();

    public bool TryAdd(TKey key, long value) => throw NoWrites();

    public bool Remove(TKey key) => throw NoWrites();

    public void Increment(TKey key) => throw NoWrites();

    private static NotSupportedException NoWrites() => new("A frozen dictionary has no writes to measure.");
}

namespace SafeState.Benchmarks.Maps;

/// <summary>The map of a holder that is frozen.</summary>
public readonly struct FrozenMap<TKey> : IHolderMap<FrozenMap<TKey>, TKey>
    where TKey : notnull
{
    private readonly FreezeOnceMap<TKey> _map;

    private FrozenMap(FreezeOnceMap<TKey> map) => _map = map;

    public static string Name => "FreezeOnce, frozen";

    public static FrozenMap<TKey> Create(TKey[] keys)
    {
        var map = FreezeOnceMap<TKey>.Create(keys);
        map.Freeze();
        return new FrozenMap<TKey>(map);
    }

    public bool TryGetValue(TKey key, out long value) => _map.TryGetValue(key, out value);

    public void Set(TKey key, long value) => throw NoWrites();

    public bool TryAdd(TKey key, long value) => throw NoWrites();

    public bool Remove(TKey key) => throw NoWrites();

    public void Increment(TKey key) => throw NoWrites();

    public long ReadInScope(TKey key) => _map.ReadInScope(key);

    public long ReadInWriteScope(TKey key) => throw NoWrites();

    public long SumLocked() => _map.SumLocked();

    public object TakeSnapshot() => _map.TakeSnapshot();

    public object TakeMapSnapshot() => _map.TakeMapSnapshot();

    private static NotSupportedException NoWrites() => new("A frozen map has no writes to measure.");
}

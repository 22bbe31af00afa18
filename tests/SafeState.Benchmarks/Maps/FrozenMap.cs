namespace SafeState.Benchmarks.Maps;

/// <summary>The map of a holder that is frozen.</summary>
public readonly struct FrozenMap : IHolderMap<FrozenMap>
{
    private readonly FreezeOnceMap _map;

    private FrozenMap(FreezeOnceMap map) => _map = map;

    public static string Name => "FreezeOnce, frozen";

    public static FrozenMap Create(int entries)
    {
        var map = FreezeOnceMap.Create(entries);
        map.Freeze();
        return new FrozenMap(map);
    }

    public bool TryGetValue(int key, out long value) => _map.TryGetValue(key, out value);

    public void Set(int key, long value) => throw new NotSupportedException("A frozen map has no writes to measure.");

    public long ReadInScope(int key) => _map.ReadInScope(key);

    public long ReadInWriteScope(int key) => throw new NotSupportedException("A frozen map has no write scopes to measure.");

    public long SumLocked() => _map.SumLocked();

    public object TakeSnapshot() => _map.TakeSnapshot();

    public object TakeMapSnapshot() => _map.TakeMapSnapshot();
}

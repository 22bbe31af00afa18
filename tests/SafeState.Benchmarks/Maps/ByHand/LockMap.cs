namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>A dictionary behind a lock, written by hand.</summary>
public readonly struct LockMap : IMap<LockMap>
{
    private readonly LockedDictionary _map;

    private LockMap(LockedDictionary map) => _map = map;

    public static string Name => "lock (Lock)";

    public static LockMap Create(int entries) => new LockMap(new LockedDictionary()).Filled(entries);

    public bool TryGetValue(int key, out long value) => _map.TryGetValue(key, out value);

    public void Set(int key, long value) => _map.Set(key, value);
}

namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>A dictionary behind a reader-writer lock, written by hand.</summary>
public readonly struct ReaderWriterLockSlimMap : IMap<ReaderWriterLockSlimMap>
{
    private readonly ReaderWriterLockedDictionary _map;

    private ReaderWriterLockSlimMap(ReaderWriterLockedDictionary map) => _map = map;

    public static string Name => "ReaderWriterLockSlim";

    public static ReaderWriterLockSlimMap Create(int entries) => new ReaderWriterLockSlimMap(new ReaderWriterLockedDictionary()).Filled(entries);

    public bool TryGetValue(int key, out long value) => _map.TryGetValue(key, out value);

    public void Set(int key, long value) => _map.Set(key, value);
}

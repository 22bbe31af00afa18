namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>A dictionary behind a reader-writer lock, written by hand.</summary>
public readonly struct ReaderWriterLockSlimMap<TKey> : IMap<ReaderWriterLockSlimMap<TKey>, TKey>
    where TKey : notnull
{
    private readonly ReaderWriterLockedDictionary<TKey> _map;

    private ReaderWriterLockSlimMap(ReaderWriterLockedDictionary<TKey> map) => _map = map;

    public static string Name => "ReaderWriterLockSlim";

    public static ReaderWriterLockSlimMap<TKey> Create(TKey[] keys) => new ReaderWriterLockSlimMap<TKey>(new ReaderWriterLockedDictionary<TKey>()).Filled(keys);

    public bool TryGetValue(TKey key, out long value) => _map.TryGetValue(key, out value);

    public void Set(TKey key, long value) => _map.Set(key, value);

    public bool TryAdd(TKey key, long value) => _map.TryAdd(key, value);

    public bool Remove(TKey key) => _map.Remove(key);

    public void Increment(TKey key) => _map.Increment(key);
}

namespace SafeState.Benchmarks.Maps;

/// <summary>The map of a holder with a lock for each stripe of the map.</summary>
public readonly struct StripedMap<TKey> : IHolderMap<StripedMap<TKey>, TKey>
    where TKey : notnull
{
    private readonly StripedHolder<TKey> _holder;

    private StripedMap(StripedHolder<TKey> holder) => _holder = holder;

    public static string Name => "Striped";

    public static StripedMap<TKey> Create(TKey[] keys) => new StripedMap<TKey>(new StripedHolder<TKey>()).Filled(keys);

    public bool TryGetValue(TKey key, out long value) => _holder.Entries.TryGetValue(key, out value);

    public void Set(TKey key, long value) => _holder.Entries.Set(key, value);

    public bool TryAdd(TKey key, long value) => _holder.Entries.TryAdd(key, value);

    public bool Remove(TKey key) => _holder.Entries.Remove(key);

    public void Increment(TKey key) => _holder.Entries.AddOrUpdate(key, 1, static (_, value) => value + 1);

    public long ReadInScope(TKey key)
    {
        using var state = _holder.EnterRead();
        return state.Entries[key];
    }

    public long ReadInWriteScope(TKey key)
    {
        using var state = _holder.EnterWrite();
        return state.Entries[key];
    }

    public long SumLocked()
    {
        var sum = 0L;
        foreach (var (_, value) in _holder.Entries.Locked())
        {
            sum += value;
        }

        return sum;
    }

    public object TakeSnapshot() => _holder.Snapshot();

    public object TakeMapSnapshot() => _holder.Entries.Snapshot();
}

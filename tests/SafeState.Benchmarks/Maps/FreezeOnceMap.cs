namespace SafeState.Benchmarks.Maps;

/// <summary>The map of a holder that can be frozen and is not yet.</summary>
public readonly struct FreezeOnceMap<TKey> : IHolderMap<FreezeOnceMap<TKey>, TKey>
    where TKey : notnull
{
    private readonly FreezeOnceHolder<TKey> _holder;

    private FreezeOnceMap(FreezeOnceHolder<TKey> holder) => _holder = holder;

    public static string Name => "FreezeOnce";

    public static FreezeOnceMap<TKey> Create(TKey[] keys) => new FreezeOnceMap<TKey>(new FreezeOnceHolder<TKey>()).Filled(keys);

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

    internal void Freeze() => _holder.Freeze();
}

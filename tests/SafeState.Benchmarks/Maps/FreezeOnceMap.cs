namespace SafeState.Benchmarks.Maps;

/// <summary>The map of a holder that can be frozen and is not yet.</summary>
public readonly struct FreezeOnceMap : IHolderMap<FreezeOnceMap>
{
    private readonly FreezeOnceHolder _holder;

    private FreezeOnceMap(FreezeOnceHolder holder) => _holder = holder;

    public static string Name => "FreezeOnce";

    public static FreezeOnceMap Create(int entries) => new FreezeOnceMap(new FreezeOnceHolder()).Filled(entries);

    public bool TryGetValue(int key, out long value) => _holder.Entries.TryGetValue(key, out value);

    public void Set(int key, long value) => _holder.Entries.Set(key, value);

    public long ReadInScope(int key)
    {
        using var state = _holder.EnterRead();
        return state.Entries[key];
    }

    public long ReadInWriteScope(int key)
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

namespace SafeState.Benchmarks.Maps;

/// <summary>The map of a holder with one lock for readers and writers.</summary>
public readonly struct MutexMap : IHolderMap<MutexMap>
{
    private readonly MutexHolder _holder;

    private MutexMap(MutexHolder holder) => _holder = holder;

    public static string Name => "Mutex";

    public static MutexMap Create(int entries) => new MutexMap(new MutexHolder()).Filled(entries);

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
}

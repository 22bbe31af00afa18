namespace SafeState.Benchmarks.Maps;

/// <summary>The map of a holder with a reader-writer lock.</summary>
public readonly struct ReaderWriterLockMap : IHolderMap<ReaderWriterLockMap>
{
    private readonly ReaderWriterLockHolder _holder;

    private ReaderWriterLockMap(ReaderWriterLockHolder holder) => _holder = holder;

    public static string Name => "ReaderWriterLock";

    public static ReaderWriterLockMap Create(int entries) => new ReaderWriterLockMap(new ReaderWriterLockHolder()).Filled(entries);

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

using SafeState.Benchmarks.Maps;

namespace SafeState.Benchmarks.Allocations;

/// <summary>What is to allocate nothing: in every strategy, as far as it has the operation.</summary>
internal static class AllocationChecks
{
    private const int Entries = 64;
    private const int Key = 7;

    public static IEnumerable<AllocationCheck> All() =>
    [
        .. Of(MutexMap<int>.Create(Keys.First<int>(Entries)), isWritable: true, writesInPlace: true),
        .. Of(ReaderWriterLockMap<int>.Create(Keys.First<int>(Entries)), isWritable: true, writesInPlace: true),
        .. Of(CopyOnWriteMap<int>.Create(Keys.First<int>(Entries)), isWritable: true, writesInPlace: false),
        .. Of(StripedMap<int>.Create(Keys.First<int>(Entries)), isWritable: true, writesInPlace: true),
        .. Of(FreezeOnceMap<int>.Create(Keys.First<int>(Entries)), isWritable: true, writesInPlace: true),
        .. Of(FrozenMap<int>.Create(Keys.First<int>(Entries)), isWritable: false, writesInPlace: false),
    ];

    private static IEnumerable<AllocationCheck> Of<TMap>(TMap map, bool isWritable, bool writesInPlace)
        where TMap : struct, IHolderMap<TMap, int>
    {
        yield return new(TMap.Name, "TryGetValue", () => map.TryGetValue(Key, out _));
        yield return new(TMap.Name, "read scope", () => map.ReadInScope(Key));
        yield return new(TMap.Name, "Locked() iteration", () => map.SumLocked());
        yield return new(TMap.Name, "Snapshot() again", () => map.TakeSnapshot());
        yield return new(TMap.Name, "map's Snapshot() again", () => map.TakeMapSnapshot());
        if (isWritable)
        {
            yield return new(TMap.Name, "write scope, no change", () => map.ReadInWriteScope(Key));
        }

        if (writesInPlace)
        {
            yield return new(TMap.Name, "Set of an existing key", () => map.Set(Key, Key));
        }
    }
}

using BenchmarkDotNet.Attributes;
using SafeState.Benchmarks.Maps;
using SafeState.Benchmarks.Maps.ByHand;

namespace SafeState.Benchmarks.Operations;

/// <summary>One look-up, without other threads.</summary>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(UnsynchronisedMap))]
[GenericTypeArguments(typeof(LockMap))]
[GenericTypeArguments(typeof(ReaderWriterLockSlimMap))]
[GenericTypeArguments(typeof(MutexMap))]
[GenericTypeArguments(typeof(ReaderWriterLockMap))]
[GenericTypeArguments(typeof(CopyOnWriteMap))]
[GenericTypeArguments(typeof(FreezeOnceMap))]
[GenericTypeArguments(typeof(FrozenMap))]
public class MapReads<TMap>
    where TMap : struct, IMap<TMap>
{
    private readonly TMap _map = TMap.Create(Sizes.Entries);
    private int _key;

    [Benchmark]
    public long TryGetValue()
    {
        _key = Sizes.Next(_key);
        return _map.TryGetValue(_key, out var value) ? value : -1;
    }
}

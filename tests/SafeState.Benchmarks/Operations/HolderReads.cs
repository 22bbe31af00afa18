using BenchmarkDotNet.Attributes;
using SafeState.Benchmarks.Maps;

namespace SafeState.Benchmarks.Operations;

/// <summary>What only a holder has, in every strategy, without other threads and without writes in between.</summary>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(MutexMap))]
[GenericTypeArguments(typeof(ReaderWriterLockMap))]
[GenericTypeArguments(typeof(CopyOnWriteMap))]
[GenericTypeArguments(typeof(FreezeOnceMap))]
[GenericTypeArguments(typeof(FrozenMap))]
public class HolderReads<TMap>
    where TMap : struct, IHolderMap<TMap>
{
    private readonly TMap _map = TMap.Create(Sizes.Entries);
    private int _key;

    [Benchmark]
    public long ReadScope()
    {
        _key = Sizes.Next(_key);
        return _map.ReadInScope(_key);
    }

    [Benchmark]
    public long Locked() => _map.SumLocked();

    [Benchmark]
    public object Snapshot() => _map.TakeSnapshot();

    [Benchmark]
    public object MapSnapshot() => _map.TakeMapSnapshot();
}

using BenchmarkDotNet.Attributes;
using SafeState.Benchmarks.Maps;

namespace SafeState.Benchmarks.Operations;

/// <summary>What only a holder has, in every strategy, without other threads and without writes in between.</summary>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(MutexMap<int>))]
[GenericTypeArguments(typeof(ReaderWriterLockMap<int>))]
[GenericTypeArguments(typeof(CopyOnWriteMap<int>))]
[GenericTypeArguments(typeof(StripedMap<int>))]
[GenericTypeArguments(typeof(FreezeOnceMap<int>))]
[GenericTypeArguments(typeof(FrozenMap<int>))]
public class HolderReads<TMap>
    where TMap : struct, IHolderMap<TMap, int>
{
    private readonly TMap _map = TMap.Create(Keys.First<int>(Sizes.Entries));
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

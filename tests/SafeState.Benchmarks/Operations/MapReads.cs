using BenchmarkDotNet.Attributes;
using SafeState.Benchmarks.Maps;
using SafeState.Benchmarks.Maps.ByHand;

namespace SafeState.Benchmarks.Operations;

/// <summary>One look-up, without other threads.</summary>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(UnsynchronisedMap<int>))]
[GenericTypeArguments(typeof(MonitorMap<int>))]
[GenericTypeArguments(typeof(LockMap<int>))]
[GenericTypeArguments(typeof(ReaderWriterLockSlimMap<int>))]
[GenericTypeArguments(typeof(ConcurrentMap<int>))]
[GenericTypeArguments(typeof(ImmutableMap<int>))]
[GenericTypeArguments(typeof(FrozenDictionaryMap<int>))]
[GenericTypeArguments(typeof(MutexMap<int>))]
[GenericTypeArguments(typeof(ReaderWriterLockMap<int>))]
[GenericTypeArguments(typeof(CopyOnWriteMap<int>))]
[GenericTypeArguments(typeof(StripedMap<int>))]
[GenericTypeArguments(typeof(FreezeOnceMap<int>))]
[GenericTypeArguments(typeof(FrozenMap<int>))]
public class MapReads<TMap>
    where TMap : struct, IMap<TMap, int>
{
    private readonly TMap _map = TMap.Create(Keys.First<int>(Sizes.Entries));
    private int _key;

    [Benchmark]
    public long TryGetValue()
    {
        _key = Sizes.Next(_key);
        return _map.TryGetValue(_key, out var value) ? value : -1;
    }
}

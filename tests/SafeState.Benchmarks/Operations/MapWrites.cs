using BenchmarkDotNet.Attributes;
using SafeState.Benchmarks.Maps;
using SafeState.Benchmarks.Maps.ByHand;

namespace SafeState.Benchmarks.Operations;

/// <summary>One write of a key that is there, without other threads.</summary>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(UnsynchronisedMap<int>))]
[GenericTypeArguments(typeof(MonitorMap<int>))]
[GenericTypeArguments(typeof(LockMap<int>))]
[GenericTypeArguments(typeof(ReaderWriterLockSlimMap<int>))]
[GenericTypeArguments(typeof(ConcurrentMap<int>))]
[GenericTypeArguments(typeof(ImmutableMap<int>))]
[GenericTypeArguments(typeof(MutexMap<int>))]
[GenericTypeArguments(typeof(ReaderWriterLockMap<int>))]
[GenericTypeArguments(typeof(CopyOnWriteMap<int>))]
[GenericTypeArguments(typeof(StripedMap<int>))]
[GenericTypeArguments(typeof(FreezeOnceMap<int>))]
public class MapWrites<TMap>
    where TMap : struct, IMap<TMap, int>
{
    private readonly TMap _map = TMap.Create(Keys.First<int>(Sizes.Entries));
    private int _key;

    /// <summary>A holder that publishes images copies nothing until somebody has read it.</summary>
    [GlobalSetup]
    public void Read() => _map.TryGetValue(0, out _);

    [Benchmark]
    public void Set()
    {
        _key = Sizes.Next(_key);
        _map.Set(_key, _key);
    }
}

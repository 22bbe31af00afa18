using BenchmarkDotNet.Attributes;
using SafeState.Benchmarks.Maps;
using SafeState.Benchmarks.Maps.ByHand;

namespace SafeState.Benchmarks.Operations;

/// <summary>One write of a key that is there, without other threads.</summary>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(UnsynchronisedMap))]
[GenericTypeArguments(typeof(LockMap))]
[GenericTypeArguments(typeof(ReaderWriterLockSlimMap))]
[GenericTypeArguments(typeof(MutexMap))]
[GenericTypeArguments(typeof(ReaderWriterLockMap))]
[GenericTypeArguments(typeof(CopyOnWriteMap))]
[GenericTypeArguments(typeof(FreezeOnceMap))]
public class MapWrites<TMap>
    where TMap : struct, IMap<TMap>
{
    private readonly TMap _map = TMap.Create(Sizes.Entries);
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

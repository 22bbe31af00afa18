using SafeState.Benchmarks.Maps;

namespace SafeState.Benchmarks.Throughput;

/// <summary>A side whose map grows: the same operations on one empty map after the other, until the time is over.</summary>
internal sealed class GrowingSide<TMap, TKey>(OperationStream<TKey>[] streams) : Side
    where TMap : struct, IMap<TMap, TKey>
    where TKey : notnull
{
    public override string Name => TMap.Name;

    public override double Measure(TimeSpan duration)
    {
        var operations = 0L;
        var time = TimeSpan.Zero;
        do
        {
            time += GrowOnce();
            operations += streams.Sum(stream => (long)stream.Length);
        }
        while (time < duration);
        return operations / time.TotalSeconds;
    }

    private TimeSpan GrowOnce()
    {
        var clock = Clocks.For(streams.Length);
        var map = TMap.Create([]);
        using var start = new Barrier(streams.Length + 1);
        var started = TimeSpan.Zero;
        RunAll(streams.Select(stream => (Action)new Worker<TMap, TKey>(map, stream, start).RunOnce), () =>
        {
            started = clock();
            start.SignalAndWait();
        });
        return clock() - started;
    }
}

using SafeState.Benchmarks.Maps;

namespace SafeState.Benchmarks.Throughput;

/// <summary>A side whose map keeps its size: as many operations as fit into the time.</summary>
internal sealed class SteadySide<TMap, TKey>(TKey[] keys, OperationStream<TKey>[] streams) : Side
    where TMap : struct, IMap<TMap, TKey>
    where TKey : notnull
{
    private readonly TMap _map = TMap.Create(keys);

    public override string Name => TMap.Name;

    public override double Measure(TimeSpan duration)
    {
        var clock = Clocks.For(streams.Length);
        using var start = new Barrier(streams.Length + 1);
        var workers = streams.Select(stream => new Worker<TMap, TKey>(_map, stream, start)).ToArray();
        var started = TimeSpan.Zero;
        RunAll(workers.Select(worker => (Action)worker.RunUntilStopped), () =>
        {
            started = clock();
            start.SignalAndWait();
            Thread.Sleep(duration);
            foreach (var worker in workers)
            {
                worker.Stop();
            }
        });

        // One clock for all: threads that did not run side by side, because there was no processor for them, do not count as if they had.
        return workers.Sum(worker => worker.Done) / (clock() - started).TotalSeconds;
    }
}

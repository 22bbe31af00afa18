using SafeState.Benchmarks.Maps;

namespace SafeState.Benchmarks.Throughput;

/// <summary>One side of a comparison: a filled map and the operations of its threads.</summary>
internal abstract class Side
{
    public abstract string Name { get; }

    /// <summary>Runs all threads for a while.</summary>
    /// <returns>Operations per second, of all threads together.</returns>
    public abstract double Measure(TimeSpan duration);

    public static Side Of<TMap>(Mix mix, int threads)
        where TMap : struct, IMap<TMap> => new Side<TMap>(mix, threads);
}

/// <inheritdoc/>
internal sealed class Side<TMap>(Mix mix, int threads) : Side
    where TMap : struct, IMap<TMap>
{
    private const int Entries = 1024;

    private readonly TMap _map = TMap.Create(Entries);
    private readonly int[][] _streams = [.. Enumerable.Range(0, threads).Select(thread => OperationStream.Draw(mix, Entries, seed: thread))];

    public override string Name => TMap.Name;

    public override double Measure(TimeSpan duration)
    {
        var clock = Clocks.For(_streams.Length);
        using var start = new Barrier(_streams.Length + 1);
        var workers = _streams.Select(stream => new Worker<TMap>(_map, stream, start, clock)).ToArray();
        var running = workers.Select(worker => new Thread(worker.Run) { IsBackground = true }).ToArray();
        foreach (var thread in running)
        {
            thread.Start();
        }

        start.SignalAndWait();
        Thread.Sleep(duration);
        foreach (var worker in workers)
        {
            worker.Stop();
        }

        foreach (var thread in running)
        {
            thread.Join();
        }

        return workers.Sum(worker => worker.OperationsPerSecond);
    }
}

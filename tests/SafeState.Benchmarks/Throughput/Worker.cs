using System.Runtime.CompilerServices;
using SafeState.Benchmarks.Maps;

namespace SafeState.Benchmarks.Throughput;

/// <summary>One thread's share of a slice: goes through its operations again and again until told to stop.</summary>
internal sealed class Worker<TMap>(TMap map, int[] operations, Barrier start, Func<TimeSpan> clock)
    where TMap : struct, IMap<TMap>
{
    private volatile bool _isStopped;
    private long _sum;

    public double OperationsPerSecond { get; private set; }

    public void Stop() => _isStopped = true;

    public void Run()
    {
        var passes = 0L;
        start.SignalAndWait();
        var started = clock();
        while (!_isStopped)
        {
            _sum += Pass(map, operations);
            passes++;
        }

        OperationsPerSecond = passes * (double)operations.Length / (clock() - started).TotalSeconds;
    }

    // What is read is summed up and kept, so that no read can be left out; a call of its own, so that the loop is compiled
    // anew, and better, while it is warmed up.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Pass(TMap map, int[] operations)
    {
        var sum = 0L;
        foreach (var operation in operations)
        {
            if (operation < 0)
            {
                map.Set(~operation, operation);
            }
            else if (map.TryGetValue(operation, out var value))
            {
                sum += value;
            }
            else
            {
                throw new InvalidOperationException($"{TMap.Name} has lost the key {operation}.");
            }
        }

        return sum;
    }
}

using System.Diagnostics.CodeAnalysis;
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
        var onlyReads = Array.TrueForAll(operations, operation => operation >= 0);
        start.SignalAndWait();
        var started = clock();
        while (!_isStopped)
        {
            _sum += onlyReads ? ReadPass(map, operations) : MixedPass(map, operations);
            passes++;
        }

        OperationsPerSecond = passes * (double)operations.Length / (clock() - started).TotalSeconds;
    }

    // What is read is summed up and kept, so that no read can be left out. Calls of their own, so that the loops are compiled
    // anew, and better, while they are warmed up; two, so that the code of writes does not burden a loop that only reads.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long ReadPass(TMap map, int[] operations)
    {
        var sum = 0L;
        foreach (var key in operations)
        {
            sum += Read(map, key);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long MixedPass(TMap map, int[] operations)
    {
        var sum = 0L;
        foreach (var operation in operations)
        {
            if (operation < 0)
            {
                map.Set(~operation, operation);
            }
            else
            {
                sum += Read(map, operation);
            }
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Read(TMap map, int key)
    {
        if (!map.TryGetValue(key, out var value))
        {
            ThrowLost(key);
        }

        return value;
    }

    [DoesNotReturn]
    private static void ThrowLost(int key) => throw new InvalidOperationException($"{TMap.Name} has lost the key {key}.");
}

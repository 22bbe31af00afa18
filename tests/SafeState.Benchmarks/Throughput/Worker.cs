using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SafeState.Benchmarks.Maps;

namespace SafeState.Benchmarks.Throughput;

/// <summary>One thread's share of a measurement: its operations, chunk by chunk.</summary>
internal sealed class Worker<TMap, TKey>(TMap map, OperationStream<TKey> operations, Barrier start)
    where TMap : struct, IMap<TMap, TKey>
    where TKey : notnull
{
    private volatile bool _isStopped;
    private long _sum;

    /// <summary>How many operations it has done.</summary>
    public long Done { get; private set; }

    public void Stop() => _isStopped = true;

    /// <summary>Goes through the operations again and again until told to stop.</summary>
    public void RunUntilStopped()
    {
        start.SignalAndWait();
        while (!_isStopped)
        {
            RunChunk((int)(Done % operations.Length));
        }
    }

    /// <summary>Goes through the operations once.</summary>
    public void RunOnce()
    {
        start.SignalAndWait();
        while (Done < operations.Length)
        {
            RunChunk((int)Done);
        }
    }

    private void RunChunk(int offset)
    {
        var length = Math.Min(OperationStream<TKey>.ChunkLength, operations.Length - offset);
        var keys = operations.Keys.Slice(offset, length);
        var kinds = operations.Kinds.Slice(offset, length);
        _sum += operations.Mix switch
        {
            { IsReadOnly: true } => Read(map, keys),
            { ChangesKeys: false } => ReadAndSet(map, keys, kinds),
            _ => Change(map, keys, kinds),
        };
        Done += length;
    }

    // What is read is summed up and kept, so that no read can be left out. Calls of their own, so that the loops are compiled
    // anew, and better, while they are warmed up; several, so that the code of writes does not burden a loop that only reads.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Read(TMap map, ReadOnlySpan<TKey> keys)
    {
        var sum = 0L;
        foreach (var key in keys)
        {
            sum += ReadOne(map, key);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long ReadAndSet(TMap map, ReadOnlySpan<TKey> keys, ReadOnlySpan<OperationKind> kinds)
    {
        var sum = 0L;
        for (var position = 0; position < keys.Length; position++)
        {
            if (kinds[position] == OperationKind.Read)
            {
                sum += ReadOne(map, keys[position]);
            }
            else
            {
                map.Set(keys[position], position);
            }
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Change(TMap map, ReadOnlySpan<TKey> keys, ReadOnlySpan<OperationKind> kinds)
    {
        var sum = 0L;
        for (var position = 0; position < keys.Length; position++)
        {
            var key = keys[position];
            switch (kinds[position])
            {
                case OperationKind.Read:
                    sum += map.TryGetValue(key, out var value) ? value : 0;
                    break;
                case OperationKind.Insert:
                    sum += map.TryAdd(key, position) ? 1 : 0;
                    break;
                case OperationKind.Remove:
                    sum += map.Remove(key) ? 1 : 0;
                    break;
                default:
                    map.Increment(key);
                    break;
            }
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ReadOne(TMap map, TKey key)
    {
        if (!map.TryGetValue(key, out var value))
        {
            ThrowLost(key);
        }

        return value;
    }

    [DoesNotReturn]
    private static void ThrowLost(TKey key) => throw new InvalidOperationException($"{TMap.Name} has lost the key {key}.");
}

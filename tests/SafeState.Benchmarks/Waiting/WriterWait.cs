using System.Diagnostics;
using SafeState.Benchmarks.Maps;

namespace SafeState.Benchmarks.Waiting;

/// <summary>How long a writer waits while readers read without pause.</summary>
internal static class WriterWait
{
    private const int Readers = 2;
    private const int Entries = 1024;

    /// <returns>How long each write took, in milliseconds.</returns>
    public static double[] Measure<TMap>(TimeSpan duration)
        where TMap : struct, IMap<TMap, int>
    {
        var map = TMap.Create(Keys.First<int>(Entries));
        using var start = new Barrier(Readers + 1);
        var isStopped = false;
        var readers = Enumerable.Range(0, Readers).Select(_ => new Thread(Read) { IsBackground = true }).ToArray();
        foreach (var reader in readers)
        {
            reader.Start();
        }

        start.SignalAndWait();
        var waits = new List<double>();
        var started = Stopwatch.GetTimestamp();
        do
        {
            // The pause lets the readers come back to their stride.
            Thread.Sleep(1);
            var asked = Stopwatch.GetTimestamp();
            map.Set(waits.Count % Entries, 0);
            waits.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }
        while (Stopwatch.GetElapsedTime(started) < duration);

        Volatile.Write(ref isStopped, true);
        foreach (var reader in readers)
        {
            reader.Join();
        }

        return [.. waits];

        void Read()
        {
            start.SignalAndWait();
            for (var key = 0; !Volatile.Read(ref isStopped); key = (key + 1) % Entries)
            {
                map.TryGetValue(key, out _);
            }
        }
    }
}

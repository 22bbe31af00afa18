using System.Diagnostics;

namespace SafeState.Benchmarks.Throughput;

/// <summary>What a second is.</summary>
internal static class Clocks
{
    /// <summary>
    /// One thread never waits for a lock, so for it the processor's time is counted: other programs then disturb little. Threads
    /// that wait for each other are measured by the wall clock.
    /// </summary>
    public static Func<TimeSpan> For(int threads) => threads == 1
        ? static () => Environment.CpuUsage.TotalTime
        : static () => Stopwatch.GetElapsedTime(0);
}

namespace SafeState.Benchmarks.Snapshots;

/// <summary>What the whole process spent on something.</summary>
/// <param name="Time">The processor's time; waiting costs nothing.</param>
/// <param name="Bytes">What was allocated.</param>
internal readonly record struct Spent(TimeSpan Time, long Bytes)
{
    public static Spent By(int repetitions, Action<int> body)
    {
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var time = Environment.CpuUsage.TotalTime;
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            body(repetition);
        }

        return new(Environment.CpuUsage.TotalTime - time, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }
}

namespace SafeState.Benchmarks.Snapshots;

/// <summary>What the whole process spent on something.</summary>
/// <param name="Time">The processor's time; waiting costs nothing.</param>
/// <param name="Bytes">What was allocated.</param>
internal readonly record struct Spent(TimeSpan Time, long Bytes)
{
    public static Spent By(Action body)
    {
        // Left to itself, the collector runs at every so many copies, and gives memory back that the system has to find again: it falls
        // into step with copies that are made in turns, and one of the sides pays for all.
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var time = Environment.CpuUsage.TotalTime;
        body();
        return new(Environment.CpuUsage.TotalTime - time, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    public static Spent operator +(Spent one, Spent other) => new(one.Time + other.Time, one.Bytes + other.Bytes);
}

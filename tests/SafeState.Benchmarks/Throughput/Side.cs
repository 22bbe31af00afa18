namespace SafeState.Benchmarks.Throughput;

/// <summary>One side of a comparison: a map and the operations of its threads.</summary>
internal abstract class Side
{
    public abstract string Name { get; }

    /// <summary>Runs all threads for a while.</summary>
    /// <returns>Operations per second, of all threads together.</returns>
    public abstract double Measure(TimeSpan duration);

    protected static void RunAll(IEnumerable<Action> bodies, Action whileTheyRun)
    {
        var threads = bodies.Select(body => new Thread(() => body()) { IsBackground = true }).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        whileTheyRun();
        foreach (var thread in threads)
        {
            thread.Join();
        }
    }
}

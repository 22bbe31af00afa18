using SafeState.Benchmarks.Snapshots;

namespace SafeState.Benchmarks.Report;

/// <summary>What snapshots cost.</summary>
internal static class SnapshotSection
{
    private const double Copies = 1.1;

    public static Section Measure(Extent extent, Progress progress, CancellationToken cancellation)
    {
        progress.Report("snapshots");
        SnapshotCost[] costs = [.. SnapshotCosts.Measure(extent.SnapshotRounds, cancellation)];
        var table = new Table(names: 1, "", "threads that ask", "time, in copies", "bytes, in copies");
        foreach (var cost in costs)
        {
            table.Add(cost.Strategy, $"{cost.Readers}", Numbers.Exact(cost.TimeRatio, 3), Numbers.Exact(cost.BytesRatio, 3));
        }

        return new Section(
            $"""
            ## Snapshots

            One write, then `Snapshot()` of a map with {SnapshotCost.Entries:N0} entries; against one write into a dictionary and copying that once, with the last copy kept as a holder keeps its snapshot: until the write, and under `CopyOnWrite`,
            where the write makes the copy and readers have the last one meanwhile, until there is the next. In turns, each after a
            garbage collection: the processor's time of all threads together, and what they allocate.

            {table}

            """,
            [.. costs.Select(cost => new Verdict(
                $"Snapshot() after a write, in copies: {cost.Strategy}, {(cost.Readers == 1 ? "one thread asks" : $"{cost.Readers} threads ask at once")}",
                Numbers.Exact(cost.TimeRatio, 3),
                $"≤ {Copies}",
                cost.TimeRatio <= Copies))]);
    }
}

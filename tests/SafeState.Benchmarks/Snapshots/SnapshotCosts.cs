using SafeState.Benchmarks.Maps;

namespace SafeState.Benchmarks.Snapshots;

internal static class SnapshotCosts
{
    private const int Several = 4;

    /// <summary>Every strategy that can be written, with one thread that asks and with several.</summary>
    public static IEnumerable<SnapshotCost> Measure(int rounds, CancellationToken cancellation)
    {
        foreach (var readers in new[] { 1, Several })
        {
            yield return SnapshotCost.Measure<ReaderWriterLockMap<int>>(readers, keepsLast: false, rounds, cancellation);
            yield return SnapshotCost.Measure<MutexMap<int>>(readers, keepsLast: false, rounds, cancellation);
            yield return SnapshotCost.Measure<StripedMap<int>>(readers, keepsLast: false, rounds, cancellation);
            yield return SnapshotCost.Measure<CopyOnWriteMap<int>>(readers, keepsLast: true, rounds, cancellation);
            yield return SnapshotCost.Measure<FreezeOnceMap<int>>(readers, keepsLast: false, rounds, cancellation);
        }
    }
}

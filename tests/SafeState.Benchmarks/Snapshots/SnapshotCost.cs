using SafeState.Benchmarks.Maps;

namespace SafeState.Benchmarks.Snapshots;

/// <summary>What it costs to write once and to take a snapshot, against writing a dictionary once and copying it.</summary>
/// <param name="Strategy">Whose snapshot it is.</param>
/// <param name="Readers">How many threads ask for it at the same moment.</param>
/// <param name="TimeRatio">The processor's time of all threads, by that of one copy: the median of the rounds' ratios.</param>
/// <param name="BytesRatio">What was allocated, by what one copy allocates.</param>
internal sealed record SnapshotCost(string Strategy, int Readers, double TimeRatio, double BytesRatio)
{
    public const int Entries = 1_000_000;

    /// <param name="readers">How many threads ask for the snapshot at the same moment.</param>
    /// <param name="keepsLast">Whether the last snapshot is there until the next one is made, as one is that readers look up in meanwhile. So is the peer's copy then: both need the same memory.</param>
    /// <param name="rounds">How many rounds the medians are taken of.</param>
    /// <param name="cancellation">To give up early.</param>
    public static SnapshotCost Measure<TMap>(int readers, bool keepsLast, int rounds, CancellationToken cancellation)
        where TMap : struct, IHolderMap<TMap, int>
    {
        using var comparison = new SnapshotAndCopy<TMap>(readers, keepsLast);

        // The first round is for the JIT.
        comparison.Round();
        var measured = Enumerable.Range(0, rounds).Select(_ =>
        {
            cancellation.ThrowIfCancellationRequested();
            return comparison.Round();
        }).ToArray();
        return new(
            TMap.Name,
            readers,
            Median.Of(measured.Select(round => round.Snapshot.Time / round.Copy.Time)),
            Median.Of(measured.Select(round => (double)round.Snapshot.Bytes / round.Copy.Bytes)));
    }
}

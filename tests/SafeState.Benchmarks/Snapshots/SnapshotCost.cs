using SafeState.Benchmarks.Maps;

namespace SafeState.Benchmarks.Snapshots;

/// <summary>What it costs to write once and to take a snapshot, against writing a dictionary once and copying it.</summary>
/// <param name="Strategy">Whose snapshot it is.</param>
/// <param name="Readers">How many threads ask for it at the same moment.</param>
/// <param name="TimeRatio">The processor's time of all threads, by that of one copy: the median of the rounds' ratios.</param>
/// <param name="BytesRatio">What was allocated, by what one copy allocates.</param>
internal sealed record SnapshotCost(string Strategy, int Readers, double TimeRatio, double BytesRatio)
{
    public const int Entries = 250_000;

    private const int Repetitions = 20;

    /// <param name="readers">How many threads ask for the snapshot at the same moment.</param>
    /// <param name="keepsLast">Whether the last snapshot is there until the next one is made, as one is that readers look up in meanwhile. So is the peer's copy then: both need the same memory.</param>
    /// <param name="rounds">How many rounds the medians are taken of.</param>
    /// <param name="cancellation">To give up early.</param>
    public static SnapshotCost Measure<TMap>(int readers, bool keepsLast, int rounds, CancellationToken cancellation)
        where TMap : struct, IHolderMap<TMap, int>
    {
        var keys = Keys.First<int>(Entries);
        var map = TMap.Create(keys);
        var copied = keys.ToDictionary(key => key, key => (long)key);
        using var askers = new Askers(readers, map.TakeMapSnapshot);
        Spent Snapshot() => Spent.By(Repetitions, repetition =>
        {
            map.Set(repetition, repetition);
            askers.AskAll();
        });

        object? kept = null;
        Spent Copy() => Spent.By(Repetitions, repetition =>
        {
            copied[repetition] = repetition;
            kept = keepsLast ? kept : null;
            kept = new Dictionary<int, long>(copied, copied.Comparer);
        });

        // The first of each is for the JIT.
        Snapshot();
        Copy();
        var measured = Enumerable.Range(0, rounds).Select(round =>
        {
            cancellation.ThrowIfCancellationRequested();

            // Who comes second finds memory that the first has given back, so both come first in turns.
            if (round % 2 == 0)
            {
                return (Snapshot: Snapshot(), Copy: Copy());
            }

            var copy = Copy();
            return (Snapshot: Snapshot(), Copy: copy);
        }).ToArray();
        GC.KeepAlive(kept);
        return new(
            TMap.Name,
            readers,
            Median.Of(measured.Select(round => round.Snapshot.Time / round.Copy.Time)),
            Median.Of(measured.Select(round => (double)round.Snapshot.Bytes / round.Copy.Bytes)));
    }
}

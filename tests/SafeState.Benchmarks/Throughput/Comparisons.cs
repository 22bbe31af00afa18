using SafeState.Benchmarks.Maps;
using SafeState.Benchmarks.Maps.ByHand;

namespace SafeState.Benchmarks.Throughput;

/// <summary>What is compared, and what is to be reached.</summary>
internal static class Comparisons
{
    private const double OfUnsynchronised = 0.85;

    public static IEnumerable<Comparison> All() => [.. Mutex(), .. ReaderWriterLock(), .. LockFree()];

    private static IEnumerable<Comparison> Mutex() =>
        from threads in new[] { 1, 2 }
        from mix in new[] { Mix.ReadsOnly, Mix.TenPercentWrites, Mix.WritesOnly }
        select Comparison.Of<MutexMap, LockMap>(mix, threads, target: 0.97);

    private static IEnumerable<Comparison> ReaderWriterLock()
    {
        (Mix Mix, double OneThread, double TwoThreads)[] targets =
        [
            (Mix.ReadsOnly, 2, 5),
            (Mix.OneWriteInThousand, 1, 2),
            (Mix.OnePercentWrites, 1, 2),
            (Mix.TenPercentWrites, 1, 1.1),
            (Mix.HalfWrites, 1, 0.9),
            (Mix.WritesOnly, 0.95, 0.95),
        ];
        foreach (var (mix, one, two) in targets)
        {
            yield return Comparison.Of<ReaderWriterLockMap, ReaderWriterLockSlimMap>(mix, threads: 1, one);
            yield return Comparison.Of<ReaderWriterLockMap, ReaderWriterLockSlimMap>(mix, threads: 2, two);
        }

        // Where many write, a plain lock is the better choice by hand.
        yield return Comparison.Of<ReaderWriterLockMap, LockMap>(Mix.HalfWrites, threads: 2, target: 0.9);
        foreach (var (mix, _, _) in targets)
        {
            yield return Comparison.Of<ReaderWriterLockMap, ReaderWriterLockSlimMap>(mix, threads: 16, target: 0.8);
            yield return Comparison.Of<ReaderWriterLockMap, LockMap>(mix, threads: 16, target: 0.8);
        }
    }

    private static IEnumerable<Comparison> LockFree() =>
    [
        Comparison.Of<CopyOnWriteMap, UnsynchronisedMap>(Mix.ReadsOnly, threads: 1, OfUnsynchronised),
        Comparison.Of<FrozenMap, UnsynchronisedMap>(Mix.ReadsOnly, threads: 1, OfUnsynchronised),
    ];
}

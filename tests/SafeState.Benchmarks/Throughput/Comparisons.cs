using SafeState.Benchmarks.Maps;
using SafeState.Benchmarks.Maps.ByHand;

namespace SafeState.Benchmarks.Throughput;

/// <summary>What is compared, and what is to be reached.</summary>
internal static class Comparisons
{
    private const double OfHandWritten = 0.95;
    private const double OfUnsynchronised = 0.8;

    public static IEnumerable<Comparison> All()
    {
        foreach (var threads in new[] { 1, 2 })
        {
            foreach (var mix in new[] { Mix.ReadsOnly, Mix.TenPercentWrites, Mix.WritesOnly })
            {
                yield return Comparison.Of<MutexMap, LockMap>(mix, threads, OfHandWritten);
                yield return Comparison.Of<ReaderWriterLockMap, ReaderWriterLockSlimMap>(mix, threads, OfHandWritten);
            }
        }

        yield return Comparison.Of<CopyOnWriteMap, UnsynchronisedMap>(Mix.ReadsOnly, threads: 1, OfUnsynchronised);
        yield return Comparison.Of<FrozenMap, UnsynchronisedMap>(Mix.ReadsOnly, threads: 1, OfUnsynchronised);
    }
}

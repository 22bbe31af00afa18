using SafeState.Benchmarks.Maps;
using SafeState.Benchmarks.Maps.ByHand;

namespace SafeState.Benchmarks.Waiting;

/// <summary>The waits of writers on both sides, measured in turns.</summary>
/// <param name="Facade">The milliseconds of each write, round by round, with <see cref="Strategy.ReaderWriterLock"/>.</param>
/// <param name="ByHand">The same with <see cref="ReaderWriterLockSlim"/>.</param>
internal sealed record WriterWaits(double[][] Facade, double[][] ByHand)
{
    public static string FacadeName => ReaderWriterLockMap<int>.Name;

    public static string ByHandName => ReaderWriterLockSlimMap<int>.Name;

    /// <summary>The longest wait by that of code written by hand: the median of the rounds' ratios.</summary>
    public double LongestRatio => Median.Of(Facade.Zip(ByHand, (facade, byHand) => facade.Max() / byHand.Max()));

    public static WriterWaits Measure(TimeSpan duration, int rounds, CancellationToken cancellation)
    {
        var measured = Enumerable.Range(0, rounds).Select(_ =>
        {
            cancellation.ThrowIfCancellationRequested();
            return (Facade: WriterWait.Measure<ReaderWriterLockMap<int>>(duration), ByHand: WriterWait.Measure<ReaderWriterLockSlimMap<int>>(duration));
        }).ToArray();
        return new([.. measured.Select(round => round.Facade)], [.. measured.Select(round => round.ByHand)]);
    }
}

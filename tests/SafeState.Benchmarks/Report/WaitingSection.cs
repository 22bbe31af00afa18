using SafeState.Benchmarks.Waiting;

namespace SafeState.Benchmarks.Report;

/// <summary>How long writers wait for readers.</summary>
internal static class WaitingSection
{
    private const double LongestRatio = 0.1;
    private const double Milliseconds = 5;

    public static Section Measure(Extent extent, Progress progress, CancellationToken cancellation)
    {
        progress.Report("writers that wait for readers");
        var waits = WriterWaits.Measure(extent.Waiting, extent.Rounds, cancellation);
        double[] facade = [.. waits.Facade.SelectMany(round => round)];
        double[] byHand = [.. waits.ByHand.SelectMany(round => round)];
        var table = new Table(names: 1, "milliseconds", "writes", "p50", "p99", "longest", "longest of a round");
        table.Add(Row(WriterWaits.FacadeName, facade, waits.Facade));
        table.Add(Row(WriterWaits.ByHandName, byHand, waits.ByHand));
        var ninetyNine = Median.Quantile(facade, 0.99);
        return new Section(
            $"""
            ## Writers among readers

            Two threads read without pause; a third writes, rests for a millisecond, and writes again. How long each write took, {extent.Rounds} rounds of {extent.Waiting.TotalSeconds} s a side, in turns.
            Three threads on fewer processors wait for a processor too, on both sides.

            ![Longest and usual waits](benchmarks/waiting.svg)

            {table}

            """,
            [
                new($"The longest wait of a writer among readers, {WriterWaits.FacadeName} against {WriterWaits.ByHandName}", Numbers.Exact(waits.LongestRatio, 3), $"≤ {LongestRatio}", waits.LongestRatio <= LongestRatio),
                new($"99 of 100 waits of a writer among readers, {WriterWaits.FacadeName}", $"{Numbers.Exact(ninetyNine, 3)} ms", $"< {Milliseconds} ms", ninetyNine < Milliseconds),
            ],
            new Dictionary<string, string> { ["waiting.svg"] = Chart.Draw("Waits of a writer among readers", [Panel("p50, ms", 0.5), Panel("p99, ms", 0.99), Panel("longest, ms", 1)]) });

        Panel Panel(string title, double share) => new(
            title,
            [new(WriterWaits.FacadeName, Median.Quantile(facade, share), IsStrategy: true), new(WriterWaits.ByHandName, Median.Quantile(byHand, share), IsStrategy: false)]);
    }

    private static string[] Row(string name, double[] waits, double[][] rounds) =>
    [
        name,
        waits.Length.ToString("N0"),
        Numbers.Short(Median.Of(waits)),
        Numbers.Short(Median.Quantile(waits, 0.99)),
        Numbers.Short(waits.Max()),
        Numbers.Short(Median.Of(rounds.Select(round => round.Max()))),
    ];
}

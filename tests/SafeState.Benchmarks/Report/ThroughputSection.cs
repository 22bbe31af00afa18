using SafeState.Benchmarks.Throughput;

namespace SafeState.Benchmarks.Report;

/// <summary>The mixes, by threads and by size.</summary>
internal static class ThroughputSection
{
    public static Section Measure(Extent extent, Progress progress, CancellationToken cancellation)
    {
        Run(Comparisons.WarmUps(), new RunLength(Slice: TimeSpan.Zero, Rounds: 0, extent.WarmUp), progress, cancellation);
        var byThreads = Run(Comparisons.ByThreads(extent.EntriesToGrow), extent.Length, progress, cancellation);
        var bySize = Run(Comparisons.BySize(extent.Sizes), extent.SizesLength, progress, cancellation);
        var charts = new Dictionary<string, string>();
        var text = $"""
            ## Throughput

            Million operations per second, of all threads together. Strategies come first, then what is written by hand instead; "–" is what a side cannot do, or
            what would not end: a frozen map has no writes, an unsynchronised one no second thread, and `CopyOnWrite` copies the whole map for each write. It copies
            nothing as long as nobody has read, as in the mix "writes".

            | mix | of a hundred operations |
            | --- | --- |
            | x % writes | x set the value of a key that is there, the rest are look-ups |
            | ReadHeavy | 98 look-ups, 1 insertion, 1 removal |
            | Exchange | 10 look-ups, 40 insertions, 40 removals, 10 updates; as in ReadHeavy, half of all keys are there at any time |
            | RapidGrow | 5 look-ups, 80 insertions, 5 removals, 10 updates, on a map that is empty at first and grows; a fixed number of them |

            In the charts, a bar that is more than twice as long as the next is cut short; its number stands beside it. Keys that are the numbers from zero are the best case of
            `FrozenDictionary`, which makes an array of them.

            A look-up is `TryGetValue`, an insertion `TryAdd`, a removal `Remove`; an update adds one to a value in one step (`AddOrUpdate`).


            """;
        foreach (var group in byThreads.GroupBy(result => result.Comparison.Setting.Threads))
        {
            ComparisonResult[] results = [.. group];
            var threads = results[0].Comparison.Setting.Threads == 1 ? "1 thread" : $"{results[0].Comparison.Setting.Threads} threads";
            text += $"### {threads}, int keys, {results[0].Comparison.Setting.Entries:N0} entries (RapidGrow: up to {results[^1].Comparison.Setting.Entries:N0})\n\n"
                + Show($"threads-{group.Key}.svg", $"Throughput, {threads}", results, result => result.Comparison.Setting.Mix.Name, charts);
        }

        foreach (var group in bySize.GroupBy(result => result.Comparison.Setting.Mix))
        {
            text += $"### {char.ToUpperInvariant(group.Key.Name[0])}{group.Key.Name[1..]}, 2 threads, by size and type of keys\n\n"
                + Show(
                    $"sizes-{group.Key.Name.ToLowerInvariant()}.svg",
                    $"Throughput by size, {group.Key.Name}",
                    [.. group],
                    result => $"{result.Comparison.Setting.Entries:N0} {result.Comparison.Setting.KeyName}",
                    charts);
        }

        return new Section(text, [.. byThreads.Concat(bySize).SelectMany(Verdicts)], charts);
    }

    private static List<ComparisonResult> Run(IEnumerable<Comparison> comparisons, RunLength length, Progress progress, CancellationToken cancellation) =>
    [
        .. comparisons.Select(comparison =>
        {
            progress.Report($"{(length.Rounds == 0 ? "warm-up" : "throughput")}: {comparison.Setting}");
            return comparison.Run(length, _ => true, cancellation);
        }),
    ];

    private static string Show(string chart, string title, ComparisonResult[] results, Func<ComparisonResult, string> heading, Dictionary<string, string> charts)
    {
        charts.Add(chart, Chart.Draw(title, [.. results.Select(result => new Panel(
            heading(result),
            [.. Sides.Names.Where(result.HasSide).Select(side => new PanelBar(side, result.Throughput(side) / 1e6, Sides.IsStrategy(side)))]))]));
        var table = new Table(names: 1, ["", .. results.Select(heading)]);
        foreach (var side in Sides.Names.Where(side => results.Any(result => result.HasSide(side))))
        {
            table.Add([side, .. results.Select(result => result.HasSide(side) ? Numbers.Short(result.Throughput(side) / 1e6) : "–")]);
        }

        return $"![{title}](benchmarks/{chart})\n\n{table}\n";
    }

    private static IEnumerable<Verdict> Verdicts(ComparisonResult result) => result.Comparison.Bars.Select(bar => new Verdict(
        $"{bar.Facade} against {bar.PeerNames}: {result.Comparison.Setting}",
        $"{Numbers.Exact(result.Ratio(bar), 3)} ±{Numbers.Exact(result.Spread(bar), 3)}",
        $"≥ {Numbers.Exact(bar.Target, 2)}",
        result.IsReached(bar)));
}

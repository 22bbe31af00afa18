namespace SafeState.Benchmarks.Throughput;

/// <summary>Prints each bar as soon as it is measured.</summary>
internal static class ThroughputTable
{
    /// <returns>Whether every bar was reached.</returns>
    public static bool Print(IEnumerable<Comparison> comparisons, Predicate<string> isChosen, RunLength length, TextWriter output, CancellationToken cancellation)
    {
        output.WriteLine($"Million operations per second. {length}");
        output.WriteLine();
        output.WriteLine("| SafeState          | by hand                                     | operations   | threads |   entries | keys   | SafeState | by hand |        ratio | to reach |        |");
        output.WriteLine("|--------------------|---------------------------------------------|--------------|--------:|----------:|--------|----------:|--------:|-------------:|---------:|--------|");
        var allReached = true;
        foreach (var comparison in comparisons)
        {
            var bars = comparison.Bars.Where(bar => isChosen(bar.Facade)).ToArray();
            if (bars.Length == 0)
            {
                continue;
            }

            var result = comparison.Run(length, side => bars.Any(bar => bar.Concerns(side)), cancellation);
            foreach (var bar in bars)
            {
                allReached &= result.IsReached(bar);
                output.WriteLine(
                    $"| {bar.Facade,-18} | {bar.PeerNames,-43} | {comparison.Setting.Mix.Name,-12} | {comparison.Setting.Threads,7} | {comparison.Setting.Entries,9:N0} | {(comparison.Setting.Keys == typeof(int) ? "int" : "string"),-6} "
                    + $"| {result.Throughput(bar.Facade) / 1e6,9:F1} | {result.PeerThroughput(bar) / 1e6,7:F1} | {result.Ratio(bar),5:F3} ±{result.Spread(bar),5:F3} | {bar.Target,8:F2} | {(result.IsReached(bar) ? "yes" : "MISSED"),-6} |");
            }
        }

        return allReached;
    }
}

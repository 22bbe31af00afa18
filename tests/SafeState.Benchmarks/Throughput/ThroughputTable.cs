namespace SafeState.Benchmarks.Throughput;

/// <summary>Prints each comparison as soon as it is measured.</summary>
internal static class ThroughputTable
{
    /// <returns>Whether every target was reached.</returns>
    public static bool Print(IEnumerable<Comparison> comparisons, RunLength length, TextWriter output)
    {
        output.WriteLine($"Million operations per second, int keys; medians of {length.Rounds} rounds of {length.Slice.TotalSeconds} s a side, in turns, after {length.WarmUp.TotalSeconds} s of warm-up a side.");
        output.WriteLine();
        output.WriteLine("| SafeState          | by hand              | operations   | threads | SafeState | by hand |        ratio | to reach |        |");
        output.WriteLine("|--------------------|----------------------|--------------|--------:|----------:|--------:|-------------:|---------:|--------|");
        var allReached = true;
        foreach (var comparison in comparisons)
        {
            var result = comparison.Run(length);
            allReached &= result.IsReached;
            output.WriteLine(
                $"| {comparison.Facade,-18} | {comparison.ByHand,-20} | {comparison.Mix.Name,-12} | {comparison.Threads,7} "
                + $"| {result.Facade / 1e6,9:F1} | {result.ByHand / 1e6,7:F1} | {result.Ratio,5:F3} ±{result.Spread,5:F3} | {comparison.Target,8:F2} | {(result.IsReached ? "yes" : "MISSED"),-6} |");
        }

        return allReached;
    }
}

namespace SafeState.Benchmarks.Throughput;

/// <summary>Maps of SafeState and code written by hand, measured in turns under the same operations.</summary>
internal sealed record Comparison(Setting Setting, params Bar[] Bars)
{
    /// <summary>Measures the chosen sides, one slice each per round, after a warm-up that leaves the JIT nothing to improve.</summary>
    public ComparisonResult Run(RunLength length, Predicate<string> isChosen, CancellationToken cancellation)
    {
        var sides = Sides.For(Setting, isChosen);
        foreach (var side in sides)
        {
            Measure(side, length.WarmUp);
        }

        var rounds = Enumerable.Range(0, length.Rounds)
            .Select(_ => new Round(sides.ToDictionary(side => side.Name, side => Measure(side, length.Slice))));
        return new ComparisonResult(this, [.. rounds]);

        double Measure(Side side, TimeSpan duration)
        {
            cancellation.ThrowIfCancellationRequested();

            // What one side left behind is not for the next one to clear away.
            GC.Collect();
            return side.Measure(duration);
        }
    }
}

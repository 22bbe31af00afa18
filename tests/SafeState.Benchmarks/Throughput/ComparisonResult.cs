namespace SafeState.Benchmarks.Throughput;

/// <summary>The medians of a comparison's rounds.</summary>
internal sealed class ComparisonResult(Comparison comparison, Round[] rounds)
{
    public Comparison Comparison => comparison;

    public double Facade => Middle(round => round.Facade);

    public double ByHand => Middle(round => round.ByHand);

    /// <summary>The median of the rounds' ratios: a machine that slows down for a while slows down both sides of a round.</summary>
    public double Ratio => Middle(round => round.Ratio);

    /// <summary>Half of the distance between the quartiles of the rounds' ratios: how far to trust <see cref="Ratio"/>.</summary>
    public double Spread => (Quantile(0.75, round => round.Ratio) - Quantile(0.25, round => round.Ratio)) / 2;

    public bool IsReached => Ratio >= comparison.Target;

    private double Middle(Func<Round, double> value) => Quantile(0.5, value);

    private double Quantile(double share, Func<Round, double> value)
    {
        double[] sorted = [.. rounds.Select(value).Order()];
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return double.Lerp(sorted[below], sorted[above], position - below);
    }
}

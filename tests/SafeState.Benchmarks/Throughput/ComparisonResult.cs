namespace SafeState.Benchmarks.Throughput;

/// <summary>The medians of a comparison's rounds.</summary>
internal sealed class ComparisonResult(Comparison comparison, Round[] rounds)
{
    public Comparison Comparison => comparison;

    public bool HasSide(string name) => rounds[0].Throughput.ContainsKey(name);

    /// <summary>Operations per second.</summary>
    public double Throughput(string name) => Median.Of(rounds.Select(round => round.Throughput[name]));

    /// <summary>The median of the rounds' throughputs of the bar's peers, of several the fastest.</summary>
    public double PeerThroughput(Bar bar) => Median.Of(rounds.Select(round => bar.Peers.Max(peer => round.Throughput[peer])));

    /// <summary>The median of the rounds' ratios: a machine that slows down for a while slows down all sides of a round.</summary>
    public double Ratio(Bar bar) => Median.Of(rounds.Select(round => round.Ratio(bar)));

    /// <summary>Half of the distance between the quartiles of the rounds' ratios: how far to trust <see cref="Ratio"/>.</summary>
    public double Spread(Bar bar)
    {
        double[] ratios = [.. rounds.Select(round => round.Ratio(bar))];
        return (Median.Quantile(ratios, 0.75) - Median.Quantile(ratios, 0.25)) / 2;
    }

    public bool IsReached(Bar bar) => Ratio(bar) >= bar.Target;
}

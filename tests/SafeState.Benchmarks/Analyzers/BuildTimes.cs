namespace SafeState.Benchmarks.Analyzers;

/// <summary>What the builds with and without the rules took, round by round.</summary>
internal sealed record BuildTimes(IReadOnlyList<BuildTime> Without, IReadOnlyList<BuildTime> With)
{
    /// <summary>The processor's time with the rules by that without: the median of the rounds' own ratios.</summary>
    public double Ratio => RatioOf(time => time.Processor);

    public double RatioOf(Func<BuildTime, double> seconds) => Median.Of(With.Zip(Without, (with, without) => seconds(with) / seconds(without)));
}

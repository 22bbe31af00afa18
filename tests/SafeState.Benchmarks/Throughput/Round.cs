namespace SafeState.Benchmarks.Throughput;

/// <summary>The operations per second of all sides, measured one right after the other.</summary>
internal sealed record Round(IReadOnlyDictionary<string, double> Throughput)
{
    public double Ratio(Bar bar) => Throughput[bar.Facade] / bar.Peers.Max(peer => Throughput[peer]);
}

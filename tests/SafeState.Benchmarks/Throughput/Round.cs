namespace SafeState.Benchmarks.Throughput;

/// <summary>The operations per second of both sides, measured one right after the other.</summary>
internal readonly record struct Round(double Facade, double ByHand)
{
    public double Ratio => Facade / ByHand;
}

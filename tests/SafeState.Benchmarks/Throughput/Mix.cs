namespace SafeState.Benchmarks.Throughput;

/// <summary>How many of a hundred operations are writes.</summary>
internal sealed record Mix(string Name, int WritesInHundred)
{
    public static Mix ReadsOnly { get; } = new("reads", 0);

    public static Mix TenPercentWrites { get; } = new("10 % writes", 10);

    public static Mix WritesOnly { get; } = new("writes", 100);
}

namespace SafeState.Benchmarks.Throughput;

/// <summary>How many of a thousand operations are writes.</summary>
internal sealed record Mix(string Name, int WritesInThousand)
{
    public static Mix ReadsOnly { get; } = new("reads", 0);

    public static Mix OneWriteInThousand { get; } = new("0.1 % writes", 1);

    public static Mix OnePercentWrites { get; } = new("1 % writes", 10);

    public static Mix TenPercentWrites { get; } = new("10 % writes", 100);

    public static Mix HalfWrites { get; } = new("50 % writes", 500);

    public static Mix WritesOnly { get; } = new("writes", 1000);
}

namespace SafeState.Benchmarks.Throughput;

/// <summary>The operations of one thread, drawn before the clock starts; both sides of a comparison run the same ones.</summary>
/// <remarks>A key is a read of that key, the complement of a key is a write of it.</remarks>
internal static class OperationStream
{
    public const int Length = 4096;

    public static int[] Draw(Mix mix, int entries, int seed)
    {
        var random = new Random(seed);
        var operations = new int[Length];
        foreach (ref var operation in operations.AsSpan())
        {
            var key = random.Next(entries);
            operation = random.Next(1000) < mix.WritesInThousand ? ~key : key;
        }

        return operations;
    }
}

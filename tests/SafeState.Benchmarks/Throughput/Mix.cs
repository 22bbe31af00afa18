namespace SafeState.Benchmarks.Throughput;

/// <summary>How many of a thousand operations are what; the rest are reads.</summary>
internal sealed record Mix(string Name, int Sets = 0, int Inserts = 0, int Removes = 0, int Updates = 0)
{
    public static Mix ReadsOnly { get; } = new("reads");

    public static Mix OneWriteInThousand { get; } = new("0.1 % writes", Sets: 1);

    public static Mix OnePercentWrites { get; } = new("1 % writes", Sets: 10);

    public static Mix TenPercentWrites { get; } = new("10 % writes", Sets: 100);

    public static Mix HalfWrites { get; } = new("50 % writes", Sets: 500);

    public static Mix WritesOnly { get; } = new("writes", Sets: 1000);

    public static Mix ReadHeavy { get; } = new("ReadHeavy", Inserts: 10, Removes: 10);

    public static Mix Exchange { get; } = new("Exchange", Inserts: 400, Removes: 400, Updates: 100);

    /// <summary>A fixed number of operations on a map that is empty at first.</summary>
    public static Mix RapidGrow { get; } = new("RapidGrow", Inserts: 800, Removes: 50, Updates: 100) { Grows = true };

    /// <summary>Whether each measurement begins with an empty map.</summary>
    public bool Grows { get; private init; }

    public bool IsReadOnly => Sets + Inserts + Removes + Updates == 0;

    /// <summary>Whether keys come and go, so that a read may find nothing.</summary>
    public bool ChangesKeys => Inserts + Removes + Updates > 0;

    public OperationKind Draw(Random random)
    {
        var position = random.Next(1000);
        return position < Sets ? OperationKind.Set
            : position < Sets + Inserts ? OperationKind.Insert
            : position < Sets + Inserts + Removes ? OperationKind.Remove
            : position < Sets + Inserts + Removes + Updates ? OperationKind.Update
            : OperationKind.Read;
    }
}

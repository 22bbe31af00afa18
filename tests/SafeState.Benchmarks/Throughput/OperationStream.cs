namespace SafeState.Benchmarks.Throughput;

/// <summary>The operations of one thread, drawn before the clock starts; all sides of a comparison run the same ones.</summary>
internal sealed class OperationStream<TKey>
    where TKey : notnull
{
    /// <summary>How many operations a thread does between two looks at whether it is to stop.</summary>
    public const int ChunkLength = 1024;

    private const int ShortestLength = 4 * ChunkLength;
    private const int LongestLength = 256 * ChunkLength;

    private readonly TKey[] _keys;
    private readonly OperationKind[] _kinds;

    private OperationStream(Mix mix, IEnumerable<(OperationKind Kind, int Number)> operations)
    {
        Mix = mix;
        (OperationKind Kind, int Number)[] drawn = [.. operations];
        _kinds = [.. drawn.Select(operation => operation.Kind)];
        _keys = [.. drawn.Select(operation => Maps.Keys.Of<TKey>(operation.Number))];
    }

    public Mix Mix { get; }

    public int Length => _keys.Length;

    public ReadOnlySpan<TKey> Keys => _keys;

    public ReadOnlySpan<OperationKind> Kinds => _kinds;

    /// <summary>The keys that are in the map at first. Where keys come and go as often as each other, half of all keys are there at any time.</summary>
    public static TKey[] FirstKeys(Setting setting) => setting.Mix switch
    {
        { Grows: true } => [],
        { ChangesKeys: true } => [.. Enumerable.Range(0, setting.Entries).Select(number => Maps.Keys.Of<TKey>(2 * number))],
        _ => Maps.Keys.First<TKey>(setting.Entries),
    };

    public static OperationStream<TKey> Draw(Setting setting, int thread)
    {
        var random = new Random(thread);
        return new(setting.Mix, setting.Mix.Grows ? DrawGrowth(setting, thread, random) : DrawSteady(setting, random));
    }

    private static IEnumerable<(OperationKind, int)> DrawSteady(Setting setting, Random random)
    {
        var keys = setting.Mix.ChangesKeys ? 2 * setting.Entries : setting.Entries;
        var length = Math.Clamp(setting.Entries / ChunkLength * ChunkLength, ShortestLength, LongestLength);
        for (var position = 0; position < length; position++)
        {
            yield return (setting.Mix.Draw(random), random.Next(keys));
        }
    }

    // Each thread inserts keys of its own, in no order that a hash table could like; everything else is done with keys that it has inserted.
    private static IEnumerable<(OperationKind, int)> DrawGrowth(Setting setting, int thread, Random random)
    {
        var share = setting.Entries / setting.Threads;
        int[] fresh = [.. Enumerable.Range(thread * share, share)];
        random.Shuffle(fresh);
        for (var inserted = 0; inserted < share;)
        {
            var kind = inserted == 0 ? OperationKind.Insert : setting.Mix.Draw(random);
            yield return (kind, kind == OperationKind.Insert ? fresh[inserted++] : fresh[random.Next(inserted)]);
        }
    }
}

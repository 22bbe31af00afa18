using SafeState.Benchmarks.Maps;
using SafeState.Benchmarks.Maps.ByHand;

namespace SafeState.Benchmarks.Throughput;

/// <summary>What is compared, and what is to be reached.</summary>
internal static class Comparisons
{
    private const int Entries = 1024;

    private static readonly Mix[] Mixes =
    [
        Mix.ReadsOnly, Mix.OneWriteInThousand, Mix.OnePercentWrites, Mix.TenPercentWrites, Mix.HalfWrites, Mix.WritesOnly, Mix.ReadHeavy, Mix.Exchange,
    ];

    /// <summary>All mixes on a small map, by threads.</summary>
    public static IEnumerable<Comparison> ByThreads(int entriesToGrow) =>
        from threads in new SortedSet<int> { 1, 2, 16, Environment.ProcessorCount }
        from mix in Mixes.Append(Mix.RapidGrow)
        select Of(mix, threads, mix.Grows ? entriesToGrow : Entries, typeof(int));

    /// <summary>The mixes that change keys, by size of the map and type of the keys.</summary>
    public static IEnumerable<Comparison> BySize(params int[] sizes) =>
        from mix in new[] { Mix.ReadsOnly, Mix.ReadHeavy, Mix.Exchange, Mix.RapidGrow }
        from entries in sizes
        from keys in new[] { typeof(int), typeof(string) }
        where !mix.Grows || entries > Entries
        select Of(mix, threads: 2, entries, keys);

    /// <summary>One for each loop of a worker, in each type of keys.</summary>
    public static IEnumerable<Comparison> WarmUps() =>
        from keys in new[] { typeof(int), typeof(string) }
        from mix in new[] { Mix.ReadsOnly, Mix.HalfWrites, Mix.Exchange }
        select Of(mix, threads: 1, Entries, keys);

    private static Comparison Of(Mix mix, int threads, int entries, Type keys)
    {
        var setting = new Setting(mix, threads, entries, keys);
        return new Comparison(setting, [.. Bars(setting)]);
    }

    private static IEnumerable<Bar> Bars(Setting setting) =>
        setting is { Entries: Entries } && setting.Keys == typeof(int)
            ? [.. ReaderWriterLock(setting), .. Mutex(setting), .. WithoutLock(setting), .. Striped(setting)]
            : Striped(setting);

    private static IEnumerable<Bar> ReaderWriterLock(Setting setting)
    {
        string[] readerWriterLockSlim = [ReaderWriterLockSlimMap<int>.Name];
        string[] better = [LockMap<int>.Name, ReaderWriterLockSlimMap<int>.Name];
        (string[] Peers, double Target)? bar = (setting.Threads, setting.Mix.Sets, setting.Mix.ChangesKeys) switch
        {
            (_, _, true) => null,
            ( <= 2, 1000, _) => (readerWriterLockSlim, 0.95),
            (1, 0, _) => (readerWriterLockSlim, 2),
            (1, _, _) => (readerWriterLockSlim, 1),
            (2, 0, _) => (readerWriterLockSlim, 5),
            (2, <= 10, _) => (readerWriterLockSlim, 2),
            (2, <= 100, _) => (readerWriterLockSlim, 1.1),
            (2, _, _) => (better, 0.9),
            (16, _, _) => (better, 0.8),
            _ => null,
        };
        return bar is var (peers, target) ? [new Bar(ReaderWriterLockMap<int>.Name, peers, target)] : [];
    }

    private static IEnumerable<Bar> Mutex(Setting setting) => setting is { Threads: <= 2, Mix.ChangesKeys: false }
        ? [new Bar(MutexMap<int>.Name, [LockMap<int>.Name], 0.97)]
        : [];

    private static IEnumerable<Bar> WithoutLock(Setting setting) => (setting.Mix.IsReadOnly, setting.Threads) switch
    {
        (true, 1) => Of(UnsynchronisedMap<int>.Name, 0.85),
        (true, 2) => Of(ConcurrentMap<int>.Name, 1),
        _ => [],
    };

    private static IEnumerable<Bar> Of(string peer, double target) =>
        [new Bar(CopyOnWriteMap<int>.Name, [peer], target), new Bar(FrozenMap<int>.Name, [peer], target)];

    private static IEnumerable<Bar> Striped(Setting setting) => setting is { Threads: 2, Mix.ChangesKeys: true }
        ? [new Bar(StripedMap<int>.Name, [ConcurrentMap<int>.Name], setting.Mix == Mix.ReadHeavy ? 0.8 : 1)]
        : [];
}

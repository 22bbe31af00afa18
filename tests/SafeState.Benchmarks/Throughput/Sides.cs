using SafeState.Benchmarks.Maps;
using SafeState.Benchmarks.Maps.ByHand;

namespace SafeState.Benchmarks.Throughput;

/// <summary>Who takes part in a comparison: every strategy, and what is written by hand instead.</summary>
internal static class Sides
{
    /// <summary>From here on, a strategy that copies the map for every write would get nowhere in the time of a measurement.</summary>
    private const int TooLargeToCopy = 10_000;

    private static readonly string[] Strategies =
    [
        ReaderWriterLockMap<int>.Name,
        MutexMap<int>.Name,
        StripedMap<int>.Name,
        CopyOnWriteMap<int>.Name,
        FrozenMap<int>.Name,
    ];

    /// <summary>The names of all sides, in the order of the tables.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Strategies,
        ReaderWriterLockSlimMap<int>.Name,
        LockMap<int>.Name,
        MonitorMap<int>.Name,
        ConcurrentMap<int>.Name,
        ImmutableMap<int>.Name,
        FrozenDictionaryMap<int>.Name,
        UnsynchronisedMap<int>.Name,
    ];

    /// <summary>Whether a side is a strategy of SafeState.</summary>
    public static bool IsStrategy(string name) => Strategies.Contains(name);

    /// <summary>Makes the chosen sides that can do what the setting asks.</summary>
    public static IReadOnlyList<Side> For(Setting setting, Predicate<string> isChosen) => setting.Keys == typeof(int)
        ? For<int>(setting, isChosen)
        : For<string>(setting, isChosen);

    private static List<Side> For<TKey>(Setting setting, Predicate<string> isChosen)
        where TKey : notnull
    {
        var sides = new List<Side>();
        var keys = OperationStream<TKey>.FirstKeys(setting);
        OperationStream<TKey>[] streams = [.. Enumerable.Range(0, setting.Threads).Select(thread => OperationStream<TKey>.Draw(setting, thread))];

        // Those that are most often compared are measured one right after the other.
        Add<ReaderWriterLockMap<TKey>>();
        Add<ReaderWriterLockSlimMap<TKey>>();
        Add<LockMap<TKey>>();
        Add<MutexMap<TKey>>();
        Add<MonitorMap<TKey>>();
        Add<StripedMap<TKey>>();
        Add<ConcurrentMap<TKey>>();
        Add<CopyOnWriteMap<TKey>>(setting.Mix.IsReadOnly || (!setting.Mix.Grows && setting.Entries < TooLargeToCopy));
        Add<FrozenMap<TKey>>(setting.Mix.IsReadOnly);
        Add<UnsynchronisedMap<TKey>>(setting.Threads == 1);
        Add<FrozenDictionaryMap<TKey>>(setting.Mix.IsReadOnly);
        Add<ImmutableMap<TKey>>();
        return sides;

        void Add<TMap>(bool isAble = true)
            where TMap : struct, IMap<TMap, TKey>
        {
            if (isAble && isChosen(TMap.Name))
            {
                sides.Add(setting.Mix.Grows ? new GrowingSide<TMap, TKey>(streams) : new SteadySide<TMap, TKey>(keys, streams));
            }
        }
    }
}

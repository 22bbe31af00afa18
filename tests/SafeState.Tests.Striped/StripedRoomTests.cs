using System.Numerics;

namespace SafeState.Tests;

/// <summary>A map becomes twice as large when it is full, not before, however it was filled: growing is most of what filling costs, and room that nobody needs makes look-ups slower.</summary>
public sealed partial class StripedRoomTests
{
    // Of 65,536 chains three quarters are to be filled.
    private const int Room = 49_152;

    private const int BytesOfChain = 8;
    private const int BytesOfChains = 65_536 * BytesOfChain;
    private const int LeastBytesOfEntry = 40;
    private const int MostBytesOfEntry = 64;

    /// <summary>Ways to fill a map, of which none gives it more room than the others do, and the keys it is filled with.</summary>
    public static TheoryData<string, string> Fillings
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var way in Ways.Keys)
            {
                foreach (var keys in Keys.Keys)
                {
                    all.Add(way, keys);
                }
            }

            return all;
        }
    }

    private static Dictionary<string, Func<int, int>> Keys { get; } = new()
    {
        // Some stripes get more than others, as chance has it.
        ["numbers far apart"] = static number => unchecked(number * (int)0x9E3779B1),

        // Each stripe gets as many as the next.
        ["numbers in a row"] = static number => number,
    };

    private static Dictionary<string, Action<Tally, int, Func<int, int>>> Ways { get; } = new()
    {
        ["key by key"] = static (tally, count, keyOf) => AddSingly(tally, 0, count, keyOf),
        ["key by key, and asked how many there are each time"] = static (tally, count, keyOf) =>
        {
            for (var number = 0; number < count; number++)
            {
                tally.Numbers.Add(keyOf(number), number);
                if (tally.Numbers.Count != number + 1)
                {
                    // Not asserted each time, which takes memory.
                    Assert.Fail($"Of {number + 1} entries {tally.Numbers.Count} are counted.");
                }
            }
        },
        ["in a scope"] = static (tally, count, keyOf) => tally.AddInScope(count, keyOf),
        ["key by key, and the rest in a scope"] = static (tally, count, keyOf) =>
        {
            AddSingly(tally, 0, 1_000, keyOf);
            tally.AddInScope(count, keyOf);
        },
    };

    [Theory]
    [MemberData(nameof(Fillings))]
    public void AMapGrowsAgainOnlyWhenItIsFull(string way, string keys)
    {
        var tally = new Tally();
        Ways[way](tally, Room / 8 * 7, Keys[keys]);
        Assert.InRange(BytesAllocatedBy(() => AddSingly(tally, Room / 8 * 7, Room / 16 * 15, Keys[keys])), 0, MostBytesOfEntry * Room / 16);
    }

    [Theory]
    [MemberData(nameof(Fillings))]
    public void AMapThatIsFullBecomesTwiceAsLarge(string way, string keys)
    {
        var tally = new Tally();
        Ways[way](tally, Room, Keys[keys]);
        var bytes = BytesAllocatedBy(() => AddSingly(tally, Room, Room / 2 * 3, Keys[keys]));
        Assert.InRange(bytes, (2 * BytesOfChains) + (LeastBytesOfEntry * Room / 2), long.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Fillings))]
    public void AMapThatHasJustGrownIsFullWithTwiceAsMany(string way, string keys)
    {
        var tally = new Tally();
        Ways[way](tally, Room / 2 * 3, Keys[keys]);
        var bytes = BytesAllocatedBy(() => AddSingly(tally, Room / 2 * 3, Room * 3, Keys[keys]));
        Assert.InRange(bytes, (4 * BytesOfChains) + (LeastBytesOfEntry * Room / 2 * 3), long.MaxValue);
    }

    [Fact]
    public void AMapHasNotManyMoreEntriesThanChainsWhereEachStripeGetsAsManyAsTheNext()
    {
        // Eight for each of the stripes, of which there are sixteen for each processor.
        var chains = 8 * (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(Environment.ProcessorCount * 16, 16, 128));
        var tally = new Tally();
        _ = tally.Numbers.Count;
        for (var added = 0; chains < 100_000; added++)
        {
            if (BytesAllocatedBy(() => AddSingly(tally, added, added + 1, Keys["numbers in a row"])) >= 2 * chains * BytesOfChain)
            {
                chains *= 2;
            }

            Assert.True(added < chains * 5 / 4, $"{added} entries are in {chains} chains.");
        }
    }

    private static void AddSingly(Tally tally, int from, int to, Func<int, int> keyOf)
    {
        for (var number = from; number < to; number++)
        {
            tally.Numbers.Add(keyOf(number), number);
        }
    }

    private static long BytesAllocatedBy(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A map to fill.</summary>
    [SharedState(Strategy = Chosen.Strategy)]
    internal sealed partial class Tally
    {
        private readonly Dictionary<int, int> _numbers = [];

        public void AddInScope(int count, Func<int, int> keyOf)
        {
            using var state = EnterWrite();
            for (var number = state.Numbers.Count; number < count; number++)
            {
                state.Numbers.Add(keyOf(number), number);
            }
        }
    }
}

namespace SafeState.Tests;

/// <summary>A map becomes twice as large when it is full, not before, however it was filled: growing is most of what filling costs, and room that nobody needs makes look-ups slower.</summary>
public sealed partial class StripedRoomTests
{
    // Of 65,536 chains three quarters are to be filled.
    private const int Room = 49_152;

    private const int BytesOfChains = 65_536 * 8;
    private const int LeastBytesOfEntry = 40;
    private const int MostBytesOfEntry = 64;

    /// <summary>Ways to fill a map, of which none gives it more room than the others do.</summary>
    public static TheoryData<string> Ways => [.. Fillings.Keys];

    private static Dictionary<string, Action<Tally, int>> Fillings { get; } = new()
    {
        ["key by key"] = static (tally, count) => AddSingly(tally, 0, count),
        ["key by key, and asked how many there are each time"] = static (tally, count) =>
        {
            for (var number = 0; number < count; number++)
            {
                tally.Numbers.Add(KeyOf(number), number);
                if (tally.Numbers.Count != number + 1)
                {
                    // Not asserted each time, which takes memory.
                    Assert.Fail($"Of {number + 1} entries {tally.Numbers.Count} are counted.");
                }
            }
        },
        ["in a scope"] = static (tally, count) => tally.AddInScope(count),
        ["key by key, and the rest in a scope"] = static (tally, count) =>
        {
            AddSingly(tally, 0, 1_000);
            tally.AddInScope(count);
        },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void AMapGrowsAgainOnlyWhenItIsFull(string way)
    {
        var tally = new Tally();
        Fillings[way](tally, Room / 8 * 7);
        Assert.InRange(BytesAllocatedBy(() => AddSingly(tally, Room / 8 * 7, Room / 16 * 15)), 0, MostBytesOfEntry * Room / 16);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void AMapThatIsFullBecomesTwiceAsLarge(string way)
    {
        var tally = new Tally();
        Fillings[way](tally, Room);
        Assert.InRange(BytesAllocatedBy(() => AddSingly(tally, Room, Room * 5 / 4)), (2 * BytesOfChains) + (LeastBytesOfEntry * Room / 4), long.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void AMapThatHasJustGrownIsFullWithTwiceAsMany(string way)
    {
        var tally = new Tally();
        Fillings[way](tally, Room * 5 / 4);
        Assert.InRange(BytesAllocatedBy(() => AddSingly(tally, Room * 5 / 4, Room * 5 / 2)), (4 * BytesOfChains) + (LeastBytesOfEntry * Room / 4 * 5), long.MaxValue);
    }

    private static void AddSingly(Tally tally, int from, int to)
    {
        for (var number = from; number < to; number++)
        {
            tally.Numbers.Add(KeyOf(number), number);
        }
    }

    // In no order that would give each stripe as many as the next.
    private static int KeyOf(int number) => unchecked(number * (int)0x9E3779B1);

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

        public void AddInScope(int count)
        {
            using var state = EnterWrite();
            for (var number = state.Numbers.Count; number < count; number++)
            {
                state.Numbers.Add(KeyOf(number), number);
            }
        }
    }
}

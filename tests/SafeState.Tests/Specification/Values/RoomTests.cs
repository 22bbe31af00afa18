using SafeState.Tests.Holders;

namespace SafeState.Tests.Values;

/// <summary>A map grows with its entries, however they come: chains that only became longer would make each look-up slower.</summary>
public sealed class RoomTests
{
    private const int Entries = 3_000;

    public static TheoryData<string> Ways => [.. Additions.Keys];

    private static Dictionary<string, Action<Crowd, int>> Additions { get; } = new()
    {
        ["one by one"] = (crowd, key) => crowd.Numbers.Add(key, key),
        ["with a look at their number after each"] = (crowd, key) =>
        {
            crowd.Numbers.Add(key, key);
            Assert.Equal(key + 1, crowd.Numbers.Count);
        },
        ["in scopes"] = (crowd, key) =>
        {
            var addition = new Crowd.Change<int, long>(key, key, IsRemoval: false);
            crowd.InOneScope(addition, addition);
        },
        ["by delegates"] = (crowd, key) => crowd.Numbers.AddOrUpdate(key, key, static (_, value) => value),
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void ThereIsAPlaceForEachEntry(string way)
    {
        var crowd = new Crowd();
        for (var key = 0; key < Entries; key++)
        {
            Additions[way](crowd, key);
        }

        // Whatever is copied for a snapshot, the places are.
        var before = GC.GetAllocatedBytesForCurrentThread();
        crowd.Numbers.Set(0, 1);
        Assert.Equal(Entries, crowd.Numbers.Snapshot().Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, Entries * sizeof(long), long.MaxValue);
    }
}

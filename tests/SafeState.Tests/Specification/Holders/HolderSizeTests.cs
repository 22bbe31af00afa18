namespace SafeState.Tests.Holders;

/// <summary>A holder, its lock with it, is small enough for there to be a hundred thousand.</summary>
public sealed class HolderSizeTests
{
    private const int Holders = 1_000;

    // All that one takes, with a dictionary of one entry.
    private static int MostBytes => Chosen.Strategy switch
    {
        // The dictionary twice, and the image.
        Strategy.CopyOnWrite => 1_536,

        // What strategies.md says of an empty map, for eight processors and more.
        Strategy.Striped => 30 * 1_024,
        _ => 1_024,
    };

    [Fact]
    public void AHolderInUseTakesLittleMemory()
    {
        // What all holders share is made with the first.
        Use(new GenericBoard<int, int>(null));
        var boards = new GenericBoard<int, int>[Holders];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var number = 0; number < Holders; number++)
        {
            Use(boards[number] = new GenericBoard<int, int>(null));
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Holders;
        Assert.InRange(bytes, 1, MostBytes);
    }

    private static void Use(GenericBoard<int, int> board)
    {
        board.Remember(1, 1);
        for (var time = 0; time < 1_000; time++)
        {
            board.Values.TryGetValue(1, out _);
        }
    }
}

using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Rules;

/// <summary>Rule 8: a static holder has the same members, and is ready whichever of them is used first, on however many threads.</summary>
public sealed class StaticHolderTests
{
    [Fact]
    public void HasWhatItsInitialisersSayAndTheSameMembers()
    {
        Threads.Run(4, _ => Assert.Equal(1, GlobalBoard.Scores["FIRST"]));
        Assert.True(GlobalBoard.Total >= 1);

        var version = GlobalBoard.Version;
        Threads.Run(4, _ =>
        {
            for (var time = 0; time < 1_000; time++)
            {
                Increment();
            }
        });

        Assert.Equal(version + 4_000, GlobalBoard.Version);
        Assert.Equal(4_000, GlobalBoard.Scores["count"]);
        Assert.Equal(4_001, GlobalBoard.Total);
        Assert.Equal(4_001, GlobalBoard.Snapshot().Total);
        Assert.Equal(4_000, GlobalBoard.Snapshot().Scores["COUNT"]);
        Assert.Same(GlobalBoard.Snapshot(), GlobalBoard.Snapshot());
        Assert.Throws<LockRecursionException>(UseInside);
    }

    private static void Increment()
    {
        using var state = GlobalBoard.EnterWrite();
        state.Total++;
        state.Scores.Set("count", state.Total - 1);
    }

    private static void UseInside()
    {
        using var state = GlobalBoard.EnterWrite();
        _ = GlobalBoard.Total;
    }
}

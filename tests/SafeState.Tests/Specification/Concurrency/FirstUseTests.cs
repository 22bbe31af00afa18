using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Concurrency;

/// <summary>A holder begins when it is first used: it asks the comparers of its fields then, which may use other holders.</summary>
public sealed class FirstUseTests
{
    [Fact]
    public void HoldersOfTwoClassesBeginAtOnceAlthoughEachNeedsAnotherOfTheOtherClass()
    {
        using var both = new Barrier(2);
        var (comparers, others) = ((Left: new Comparer(), Right: new Comparer()), (Left: new Wardrobe<int>(new Comparer()), Right: new Wardrobe<long>(new Comparer())));
        var (left, right) = (new Wardrobe<int>(comparers.Left), new Wardrobe<long>(comparers.Right));
        comparers.Left.Hashes = Once(comparers.Left, both, () => others.Right.Version);
        comparers.Right.Hashes = Once(comparers.Right, both, () => others.Left.Version);
        var first = new Running(() => Assert.Equal(0, left.Version));
        var second = new Running(() => Assert.Equal(0, right.Version));
        first.Join();
        second.Join();
    }

    [Fact]
    public void TwoHoldersThatNeedEachOtherAreRefusedOnTwoThreadsAsOnOne()
    {
        using var both = new Barrier(2);
        var comparers = (Left: new Comparer(), Right: new Comparer());
        var (left, right) = (new Wardrobe<int>(comparers.Left), new Wardrobe<long>(comparers.Right));
        comparers.Left.Hashes = () => _ = right.Version;
        comparers.Right.Hashes = () => _ = left.Version;
        Assert.Throws<LockRecursionException>(() => left.Version);
        Assert.Throws<LockRecursionException>(() => right.Version);

        comparers.Left.Hashes = Once(comparers.Left, both, () => right.Version);
        comparers.Right.Hashes = Once(comparers.Right, both, () => left.Version);
        var failures = new Exception?[2];
        var first = new Running(() => failures[0] = Record.Exception(() => left.Version));
        var second = new Running(() => failures[1] = Record.Exception(() => right.Version));
        first.Join();
        second.Join();

        // Whoever comes second is told; what the other does with its own failure, or without one, is its own affair.
        Assert.Contains(failures, failure => failure is LockRecursionException);
        Assert.All(failures, failure => Assert.True(failure is null or LockRecursionException, failure?.ToString()));
        Assert.Contains("Wardrobe", failures.First(failure => failure is not null)!.Message);
        Assert.Equal((0, 0), (left.Version, right.Version));
    }

    [Fact]
    public void WhoeverComesWhileAHolderBeginsWaitsForThatAndTriesItselfWhenItFails()
    {
        var comparer = new Comparer();
        var holder = new Wardrobe<int>(comparer);
        using var began = new ManualResetEventSlim();
        using var mayFail = new ManualResetEventSlim();
        comparer.Hashes = () =>
        {
            comparer.Hashes = null;
            began.Set();
            Assert.True(mayFail.Wait(Running.Patience));
            throw new TimeoutException();
        };
        var first = new Running(() => Assert.Throws<TimeoutException>(() => holder.Version));
        Assert.True(began.Wait(Running.Patience));
        var second = new Running(() => Assert.Equal(0, holder.Version));
        second.AwaitBlocked();

        // Nobody else waits.
        Assert.Equal(0, new Wardrobe<int>(new Comparer()).Version);
        mayFail.Set();
        first.Join();
        second.Join();
    }

    /// <summary>Uses another holder when both threads have begun; once only.</summary>
    private static Action Once(Comparer comparer, Barrier both, Func<long> use) => () =>
    {
        comparer.Hashes = null;
        Assert.True(both.SignalAndWait(Running.Patience));
        _ = use();
    };
}

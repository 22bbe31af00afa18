using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Concurrency;

/// <summary>A comparer that throws costs its caller the operation, and nobody else anything.</summary>
public sealed class FailingComparerTests
{
    private readonly Comparer _comparer = new();

    [Fact]
    public void WhoWaitsForAFactoryIsWokenAlthoughItsKeyCannotBeFoundAnyMore()
    {
        var board = new GenericBoard<string, int>(_comparer);
        using var isRunning = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        var owner = new Running(() =>
        {
            Assert.Throws<TimeoutException>(() => board.Values.GetOrAdd("key", _ =>
            {
                isRunning.Set();
                Assert.True(mayEnd.Wait(Running.Patience));
                _comparer.FailsOnThisThread = true;
                throw new InvalidOperationException();
            }));
        });
        Assert.True(isRunning.Wait(Running.Patience));
        var waiter = new Running(() => Assert.Equal(2, board.Values.GetOrAdd("key", _ => 2)));
        waiter.AwaitBlocked();
        mayEnd.Set();
        owner.Join();
        waiter.Join();

        // The key is not lost to those who come later, either.
        Assert.True(board.Values.Remove("key"));
        Threads.RunElsewhere(() => Assert.Equal(3, board.Values.GetOrAdd("key", _ => 3)));
    }

    [Fact]
    public void EveryOperationLetsGoOfTheLock()
    {
        var board = new GenericBoard<string, int>(_comparer);
        board.Remember("key", 1);
        Threads.RunElsewhere(() =>
        {
            _comparer.FailsOnThisThread = true;
            Assert.Throws<TimeoutException>(() => board.Values.TryGetValue("key", out _));
            Assert.Throws<TimeoutException>(() => board.Values["key"] = 2);
            Assert.Throws<TimeoutException>(() => board.Values.TryAdd("key", 2));
            Assert.Throws<TimeoutException>(() => board.Values.Remove("key"));
            Assert.Throws<TimeoutException>(() => board.Values.GetOrAdd("key", 2));
            Assert.Throws<TimeoutException>(() => board.Values.GetOrAdd("key", _ => 2));
            Assert.Throws<TimeoutException>(() => board.Values.Update("key", (_, value) => value + 1));
            Assert.Throws<TimeoutException>(() => board.Values.ReplaceAll([new("key", 2)]));
            Assert.Throws<TimeoutException>(() => board.Remember("key", 2));
            _comparer.FailsOnThisThread = false;
            Assert.Equal(1, board.Values["key"]);
        });
        Assert.Equal(1, board.Version);
        Threads.RunElsewhere(() => board.Remember("key", 2));
        Assert.Equal(2, board.Values["key"]);
    }

    [Fact]
    public void AKeyOfThePlatformsThatHasNoHashCodeLetsGoOfTheLock()
    {
        var board = new GenericBoard<HashCode, int>(null);
        Threads.RunElsewhere(() =>
        {
            Assert.Throws<NotSupportedException>(() => board.Values[default] = 1);

            // What is empty need not ask the key.
            Record.Exception(() => board.Values.TryGetValue(default, out _));
            Record.Exception(() => board.Values.Remove(default));
        });
        Threads.RunElsewhere(() => board.Values.Clear());
        Assert.Equal((0, 0), (board.Values.Count, board.Version));
    }

    [Fact]
    public void AFirstUseThatFailsTakesNothingFromTheHolder()
    {
        var board = new FilledBoard(_comparer);
        _comparer.FailsOnThisThread = true;
        Assert.Throws<TimeoutException>(() => board.Lines.Count);
        _comparer.FailsOnThisThread = false;
        Assert.Equal(
            [1, 1, 1, 1, 1, 1],
            [board.Lines.Count, board.Jobs.Count, board.Grid.Count, board.Batches.Count, board.Scores["key"], board.Rows["key"].Count]);
    }

    [Fact]
    public void AKeyThatUsesItsHolderWhileThatBeginsIsRefused()
    {
        var board = new FilledBoard(_comparer);
        _comparer.Hashes = () => _ = board.Lines.Count;
        Assert.Throws<LockRecursionException>(() => board.Version);
        _comparer.Hashes = null;
        Assert.Equal(1, board.Scores["key"]);
    }
}

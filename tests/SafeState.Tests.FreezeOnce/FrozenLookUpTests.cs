using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests;

/// <summary>A look-up finds the same before, while and after its holder is frozen, whatever the keys are.</summary>
public sealed class FrozenLookUpTests
{
    [Theory]
    [MemberData(nameof(KeyKinds.Names), MemberType = typeof(KeyKinds))]
    public void FindsWhatIsThereAndNothingElse(string keys) => KeyKinds.Named(keys).Run(new FindsTheSameWhenFrozen());

    [Theory]
    [MemberData(nameof(KeyKinds.Names), MemberType = typeof(KeyKinds))]
    public void NeverMissesWhileAnotherThreadFreezes(string keys) => KeyKinds.Named(keys).Run(new FindsTheSameWhileThreadsFreeze());

    [Theory]
    [MemberData(nameof(KeyKinds.Names), MemberType = typeof(KeyKinds))]
    public void AllocatesNothingWhenFrozen(string keys) => KeyKinds.Named(keys).Run(new AllocatesNothing());

    [Fact]
    public void FreezingRunsNoCodeOfAComparer()
    {
        var comparer = new Comparer();
        var board = new GenericBoard<string, int>(comparer);
        board.Values["a"] = 1;
        comparer.CallsToFailure = 1;
        board.Freeze();
        comparer.CallsToFailure = null;
        Assert.Equal(1, board.Values["a"]);
    }

    [Fact]
    public void FreezingRunsNoCodeOfAKey()
    {
        var board = new GenericBoard<Point, int>(comparer: null);
        board.Values[new Point(1, 2)] = 1;
        var asked = Point.Asked;
        board.Freeze();
        Assert.Equal(asked, Point.Asked);
    }

    private sealed class FindsTheSameWhenFrozen : IKeyTest
    {
        public void Run<TKey>(KeyKind<TKey> keys)
            where TKey : notnull
        {
            foreach (var count in new[] { 0, 1, 2, 3, 100, 1536, 1537 })
            {
                var board = keys.Filled(count);
                keys.AssertFinds(board, count);
                board.Freeze();
                keys.AssertFinds(board, count);
                board.Freeze();
                keys.AssertFinds(board, count);
            }
        }
    }

    private sealed class FindsTheSameWhileThreadsFreeze : IKeyTest
    {
        public void Run<TKey>(KeyKind<TKey> keys)
            where TKey : notnull
        {
            // So many that freezing takes a while: look-ups go on until it is done, with every step of it beside them.
            const int Count = 10_000;
            for (var round = 0; round < 5; round++)
            {
                var board = keys.Filled(Count);
                var isDone = false;
                Threads.Run(3, thread =>
                {
                    if (thread == 0)
                    {
                        board.Freeze();
                        Volatile.Write(ref isDone, true);
                        return;
                    }

                    for (var number = thread; !Volatile.Read(ref isDone); number = (number + 7919) % Count)
                    {
                        Assert.True(board.Values.TryGetValue(keys.Asked(number), out var value));
                        Assert.Equal(number, value);
                    }
                });
            }
        }
    }

    private sealed class AllocatesNothing : IKeyTest
    {
        public void Run<TKey>(KeyKind<TKey> keys)
            where TKey : notnull
        {
            var board = keys.Filled(10);
            board.Freeze();
            Assert.Equal(0, keys.BytesPerLookUp(board));
        }
    }
}

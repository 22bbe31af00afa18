using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests;

/// <summary>A look-up finds the same before, while and after its holder is frozen, whatever the keys are.</summary>
public sealed class FrozenLookUpTests
{
    public static TheoryData<string> Keys => [.. Kinds.Keys];

    // Of each kind as many keys as one likes, no two alike. None of the numbers is zero, which is what empty places are full of.
    private static Dictionary<string, Kind> Kinds { get; } = new()
    {
        ["numbers in a row"] = new Kind<int>(number => number + 1),
        ["numbers below zero"] = new Kind<int>(number => -number - 1),
        ["numbers far apart"] = new Kind<int>(number => unchecked((number + 1) * 1_640_531_527)),
        ["numbers whose hash codes are alike"] = new Kind<long>(number => (number + 1L) << 32 | (number + 1L)),
        ["short numbers"] = new Kind<short>(number => (short)(number + 1)),
        ["large structs of the platform"] = new Kind<Guid>(number => new Guid(number + 1, 2, 3, new byte[8])),
        ["enums"] = new Kind<DayOfWeek>(number => (DayOfWeek)(number + 1)),
        ["pairs"] = new Kind<(int, string)>(number => (number + 1, "a")),
        ["structs of the user"] = new Kind<Point>(number => new Point(number + 1, number)),
        ["numbers with a comparer"] = new Kind<int>(number => (number * 10) + 3, new TensComparer(), number => number * 10),
        ["strings"] = new Kind<string>(number => $"key {number}"),
        ["strings in any case"] = new Kind<string>(number => $"key {number}", StringComparer.OrdinalIgnoreCase, number => $"KEY {number}"),
        ["strings with a comparer"] = new Kind<string>(number => $"key {number}", new Comparer()),
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void FindsWhatIsThereAndNothingElse(string keys)
    {
        foreach (var count in new[] { 0, 1, 2, 3, 100, 1536, 1537 })
        {
            Kinds[keys].FindsTheSameWhenFrozen(count);
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void NeverMissesWhileAnotherThreadFreezes(string keys) => Kinds[keys].FindsTheSameWhileThreadsFreeze();

    [Theory]
    [MemberData(nameof(Keys))]
    public void AllocatesNothingWhenFrozen(string keys) => Assert.Equal(0, Kinds[keys].BytesPerLookUpWhenFrozen());

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

    private abstract class Kind
    {
        public abstract void FindsTheSameWhenFrozen(int count);

        public abstract void FindsTheSameWhileThreadsFreeze();

        public abstract long BytesPerLookUpWhenFrozen();
    }

    /// <param name="key">The keys that are put in.</param>
    /// <param name="comparer">How they are compared.</param>
    /// <param name="sameKey">How they are asked for, if that is not the same.</param>
    private sealed class Kind<TKey>(Func<int, TKey> key, IEqualityComparer<TKey>? comparer = null, Func<int, TKey>? sameKey = null) : Kind
        where TKey : notnull
    {
        public override void FindsTheSameWhenFrozen(int count)
        {
            var board = Filled(count);
            AssertFinds(board, count);
            board.Freeze();
            AssertFinds(board, count);
            board.Freeze();
            AssertFinds(board, count);
        }

        public override void FindsTheSameWhileThreadsFreeze()
        {
            // So many that freezing takes a while: look-ups go on until it is done, with every step of it beside them.
            const int Count = 10_000;
            for (var round = 0; round < 5; round++)
            {
                var board = Filled(Count);
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
                        Assert.True(board.Values.TryGetValue(Asked(number), out var value));
                        Assert.Equal(number, value);
                    }
                });
            }
        }

        public override long BytesPerLookUpWhenFrozen()
        {
            var board = Filled(10);
            board.Freeze();
            var wanted = Asked(7);
            return Enumerable.Range(0, 5).Min(_ =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var time = 0; time < 200; time++)
                {
                    board.Values.TryGetValue(wanted, out var _);
                }

                return GC.GetAllocatedBytesForCurrentThread() - before;
            });
        }

        private TKey Asked(int number) => (sameKey ?? key)(number);

        private GenericBoard<TKey, int> Filled(int count)
        {
            var board = new GenericBoard<TKey, int>(comparer);
            board.Values.AddRange(Enumerable.Range(0, count).Select(number => KeyValuePair.Create(key(number), number)));
            return board;
        }

        private void AssertFinds(GenericBoard<TKey, int> board, int count)
        {
            for (var number = 0; number < count; number++)
            {
                Assert.True(board.Values.TryGetValue(Asked(number), out var value));
                Assert.Equal(number, value);
            }

            for (var number = count; number < 2 * count + 10; number++)
            {
                Assert.False(board.Values.TryGetValue(Asked(number), out _));
            }

            Assert.Equal(count > 0, board.Values.ContainsKey(Asked(0)));
            Assert.Equal(count - 1, count > 0 ? board.Values[Asked(count - 1)] : -1);
            Assert.Equal(-1, board.Values.GetValueOrDefault(Asked(count), -1));
            Assert.Throws<KeyNotFoundException>(() => board.Values[Asked(count)]);
            if (default(TKey) is { } none && comparer is null)
            {
                Assert.False(board.Values.ContainsKey(none));
            }
        }
    }

    private readonly record struct Point(int X, int Y)
    {
        private static int _asked;

        public static int Asked => Volatile.Read(ref _asked);

        public override int GetHashCode()
        {
            Interlocked.Increment(ref _asked);
            return X;
        }
    }

    private sealed class TensComparer : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x / 10 == y / 10;

        public int GetHashCode(int obj) => obj / 10;
    }
}

using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests;

/// <summary>An image that is looked up in often gets a table, if the platform compares its keys. A look-up finds the same with and without.</summary>
public sealed class ImageLookUpTests
{
    private readonly Rates _rates = new();

    [Theory]
    [MemberData(nameof(KeyKinds.NamesOfThoseComparedByPlatform), MemberType = typeof(KeyKinds))]
    public void FindsWhatIsThereAndNothingElse(string keys) => KeyKinds.Named(keys).Run(new FindsTheSameInTheTable());

    [Theory]
    [MemberData(nameof(KeyKinds.NamesOfOthers), MemberType = typeof(KeyKinds))]
    public void MapsWhoseKeysRunCodeGetNone(string keys) => KeyKinds.Named(keys).Run(new GetsNoTable());

    [Theory]
    [MemberData(nameof(KeyKinds.NamesOfThoseComparedByPlatform), MemberType = typeof(KeyKinds))]
    public void LookUpsAllocateNothing(string keys) => KeyKinds.Named(keys).Run(new AllocatesNothing());

    [Fact]
    public void AChangeIsFoundAtOnce()
    {
        _rates.Bids[1] = 1;
        Earn();
        _rates.Bids[1] = 2;
        Assert.Equal(2, _rates.Bids[1]);
        Earn();
        _rates.Bids[3] = 3;
        Assert.Equal(3, _rates.Bids[3]);
        Earn();
        Assert.True(_rates.Bids.Remove(1));
        Assert.False(_rates.Bids.ContainsKey(1));
        Earn();
        _rates.Bids.Clear();
        Assert.False(_rates.Bids.ContainsKey(3));
    }

    [Fact]
    public void AMapThatDoesNotChangeKeepsItsTableWhenOtherStateChanges()
    {
        _rates.SetBoth(1);
        Earn();
        _rates.CountChange();
        Assert.True(ImageTable.IsUsedBy(_rates.Bids));
        _rates.Asks[1] = 2;
        Assert.True(ImageTable.IsUsedBy(_rates.Bids));
        _rates.Bids[1] = 2;
        Assert.False(ImageTable.IsUsedBy(_rates.Bids));
    }

    [Fact]
    public void AWriterIsRefusedThoughThereIsATable()
    {
        _rates.Bids[1] = 1;
        Earn();
        _rates.Write(() => Assert.Throws<LockRecursionException>(() => _rates.Bids[1]));
        Assert.Equal(1, _rates.Bids[1]);
    }

    [Fact]
    public void AMapThatIsLookedUpInOnceForEachEntryGetsNone()
    {
        const int Entries = 1_000;
        _rates.Bids.AddRange(Enumerable.Range(0, Entries).Select(number => KeyValuePair.Create(number, 0L)));
        for (var number = 0; number < Entries; number++)
        {
            Assert.True(_rates.Bids.ContainsKey(number));
        }

        // Were one made, it would be there by now.
        Thread.Sleep(1_500);
        Assert.False(ImageTable.IsUsedBy(_rates.Bids));
    }

    [Fact]
    public void ATableIsAskedForOnceAndAgainMuchLater()
    {
        _rates.Bids[1] = 1;
        Assert.Equal([1, 1, 0], Enumerable.Range(0, 3).Select(_ => ImageTable.Requests(_rates.Bids.Snapshot(), lookUps: 10_000)));
    }

    [Fact]
    public void ATableThatIsMadeWhileAWriterIsInsideComesIntoUse()
    {
        _rates.Bids[1] = 1;
        _ = _rates.Snapshot();
        Threads.RunWhile(1, Earn, _rates.CountChange, _rates.CountChange);
    }

    [Fact]
    public void MapsThatAreWrittenTogetherNeverSeemToChangeOneAfterTheOther()
    {
        var rate = 0L;
        var usedTables = 0;
        _rates.SetBoth(0);
        Threads.RunWhile(
            300,
            () =>
            {
                // Long enough for a table to come, most of the time.
                SpinWait.SpinUntil(() => ImageTable.IsUsedBy(_rates.Bids) && ImageTable.IsUsedBy(_rates.Asks), millisecondsTimeout: 1);
                usedTables += ImageTable.IsUsedBy(_rates.Bids) ? 1 : 0;
                _rates.SetBoth(++rate);
                Assert.Equal(rate, _rates.Asks[1]);
                Assert.Equal(rate, _rates.Bids[1]);
            },
            () => ReadOneAfterTheOther(_rates.Bids, _rates.Asks),
            () => ReadOneAfterTheOther(_rates.Asks, _rates.Bids));
        Assert.NotEqual(0, usedTables);

        static void ReadOneAfterTheOther(IReadOnlyDictionary<int, long> first, IReadOnlyDictionary<int, long> second)
        {
            var latest = 0L;
            for (var time = 0; time < 1_000; time++)
            {
                var before = first[1];
                var after = second[1];
                Assert.InRange(before, latest, after);
                latest = after;
            }
        }
    }

    private void Earn() => ImageTable.Earn(_rates.Bids, () => _rates.Bids.TryGetValue(1, out _));

    private sealed class FindsTheSameInTheTable : IKeyTest
    {
        public void Run<TKey>(KeyKind<TKey> keys)
            where TKey : notnull
        {
            foreach (var count in new[] { 0, 1, 2, 3, 100, 1536, 1537 })
            {
                var board = keys.Filled(count);
                keys.AssertFinds(board, count);
                ImageTable.Earn(board.Values, () => board.Values.ContainsKey(keys.Asked(0)));
                keys.AssertFinds(board, count);
            }
        }
    }

    private sealed class GetsNoTable : IKeyTest
    {
        public void Run<TKey>(KeyKind<TKey> keys)
            where TKey : notnull
        {
            var board = keys.Filled(1);
            ImageTable.DoOften(() => board.Values.ContainsKey(keys.Asked(0)));
            Thread.Sleep(20);
            ImageTable.DoOften(() => board.Values.ContainsKey(keys.Asked(0)));
            Assert.False(ImageTable.IsUsedBy(board.Values));
            keys.AssertFinds(board, 1);
        }
    }

    private sealed class AllocatesNothing : IKeyTest
    {
        public void Run<TKey>(KeyKind<TKey> keys)
            where TKey : notnull
        {
            var board = keys.Filled(10);
            Assert.Equal(0, keys.BytesPerLookUp(board));
            ImageTable.Earn(board.Values, () => board.Values.ContainsKey(keys.Asked(0)));
            Assert.Equal(0, keys.BytesPerLookUp(board));
        }
    }
}

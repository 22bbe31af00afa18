using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Rules;

/// <summary>Rule 4: a snapshot is copied once per change, for each field by itself.</summary>
public sealed class SnapshotTests
{
    private readonly Board _board = new();

    public static TheoryData<string> Fields => [.. Writes.Keys];

    private static Dictionary<string, (Action<Board> Write, Func<Board, object> Snapshot, Func<Board.StateSnapshot, object> Part)> Writes { get; } = new()
    {
        ["map"] = (board => board.Scores["a"] = 1, board => board.Scores.Snapshot(), image => image.Scores),
        ["sorted map"] = (board => board.Ranks["a"] = 1, board => board.Ranks.Snapshot(), image => image.Ranks),
        ["set"] = (board => board.Tags.Add("a"), board => board.Tags.Snapshot(), image => image.Tags),
        ["list"] = (board => board.Lines.Add("a"), board => board.Lines.Snapshot(), image => image.Lines),
        ["queue"] = (board => board.Jobs.Enqueue("a"), board => board.Jobs.Snapshot(), image => image.Jobs),
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void WritingOneFieldCopiesOnlyThatField(string field)
    {
        var before = Writes.ToDictionary(write => write.Key, write => write.Value.Snapshot(_board));
        var image = _board.Snapshot();
        Writes[field].Write(_board);
        Assert.NotSame(image, _board.Snapshot());
        foreach (var (other, (_, snapshot, part)) in Writes)
        {
            Assert.Equal(other != field, ReferenceEquals(before[other], snapshot(_board)));
            Assert.Same(snapshot(_board), snapshot(_board));
            Assert.Same(snapshot(_board), part(_board.Snapshot()));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ThoseWhoAskAtTheSameMomentShareOneCopy(bool ofTheWholeHolder)
    {
        const int Lines = 1_000_000;
        Func<object> take = ofTheWholeHolder ? _board.Snapshot : _board.Lines.Snapshot;
        var allocated = new long[4];
        var readers = new List<Running>();
        using (var state = _board.EnterWrite())
        {
            state.Lines.ReplaceAll(new string[Lines]);
            for (var number = 0; number < allocated.Length; number++)
            {
                var reader = number;
                readers.Add(new Running(() =>
                {
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    take();
                    allocated[reader] = GC.GetAllocatedBytesForCurrentThread() - before;
                }));
            }

            if (!Traits.ReadsTakeNoLock)
            {
                readers.ForEach(reader => reader.AwaitBlocked());
            }
        }

        readers.ForEach(reader => reader.Join());
        Assert.InRange(allocated.Sum(), 0, 1.5 * Lines * IntPtr.Size);
    }

    [Fact]
    public void WritingAScalarCopiesNoCollection()
    {
        var image = _board.Snapshot();
        WriteTotal();
        Assert.NotSame(image, _board.Snapshot());
        Assert.Equal((0, 1), (image.Total, _board.Snapshot().Total));
        Assert.All(Writes.Values, field => Assert.Same(field.Part(image), field.Part(_board.Snapshot())));

        void WriteTotal()
        {
            using var state = _board.EnterWrite();
            state.Total++;
        }
    }

    [Fact]
    public void KeysAndValuesCannotBeChangedAndDoNotLeadToTheMapTheyBelongTo()
    {
        _board.Scores["Key"] = 1;
        _board.Ranks["Key"] = 1;
        AssertClosed(_board.Scores.Keys, "KEY");
        AssertClosed(_board.Scores.Values, 1);
        AssertClosed(_board.Ranks.Keys, "KEY");
        AssertClosed(_board.Ranks.Values, 1);
        AssertClosed(_board.Snapshot().Scores.Keys, "KEY");
        AssertClosed(((IReadOnlyDictionary<string, int>)_board.Scores).Keys, "KEY");

        static void AssertClosed<T>(IEnumerable<T> items, T item)
        {
            // The platform's collection of keys has a SyncRoot: its map.
            Assert.False(items is System.Collections.ICollection);
            Assert.Single(items);
            Assert.Single(items.ToArray());

            // As the map compares.
            var collection = Assert.IsAssignableFrom<ICollection<T>>(items);
            Assert.True(collection.Contains(item));
            Assert.True(collection.IsReadOnly);
            Assert.Throws<NotSupportedException>(() => collection.Add(item));
            Assert.Throws<NotSupportedException>(() => collection.Remove(item));
            Assert.Throws<NotSupportedException>(collection.Clear);
        }
    }

    [Fact]
    public void AllThreadsShareOneSnapshotOfAnInstant()
    {
        for (var time = 0; time < 50; time++)
        {
            _board.Scores["time"] = time;
            var images = new Board.StateSnapshot[4];
            Threads.Run(images.Length, thread => images[thread] = _board.Snapshot());
            Assert.All(images, image => Assert.Same(images[0], image));
            Assert.Equal(time, images[0].Scores["time"]);
        }
    }

    [Fact]
    public void WhoReadsAVersionSeesItsImageOrANewerOne()
    {
        Threads.RunWhile(
            1_000,
            () =>
            {
                var version = _board.Version;
                long written = _board.Snapshot().Scores.GetValueOrDefault("count");
                Assert.InRange(written, version, long.MaxValue);
            },
            () => _board.Scores.AddOrUpdate("count", 1, (_, count) => count + 1));
    }

    [Fact]
    public void WhoSeesAChangeSeesItInEverySnapshotAndInTheVersionToo()
    {
        Threads.RunWhile(
            5_000,
            () =>
            {
                _board.Scores.TryGetValue("count", out var seen);
                Assert.InRange(_board.Version, seen, long.MaxValue);
                Assert.InRange(_board.Scores.Snapshot().GetValueOrDefault("count"), seen, int.MaxValue);
                Assert.InRange(_board.Snapshot().Scores.GetValueOrDefault("count"), seen, int.MaxValue);
            },
            () => _board.Scores.AddOrUpdate("count", 1, (_, count) => count + 1),
            () => _board.Scores.AddOrUpdate("count", 1, (_, count) => count + 1));
    }
}

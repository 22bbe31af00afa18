using System.Text.Json;
using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Concurrency;

/// <summary>Whatever reads a facade as a collection works while others write.</summary>
public sealed class EnumerationTests
{
    public static TheoryData<string> Ways => [.. Readings.Keys];

    private static Dictionary<string, Action<Board>> Readings { get; } = new()
    {
        ["foreach over a map"] = board =>
        {
            foreach (var (key, value) in board.Scores)
            {
                Assert.Equal(key, $"{value}");
            }
        },
        ["foreach over Locked"] = board =>
        {
            foreach (var (key, value) in board.Scores.Locked())
            {
                Assert.Equal(key, $"{value}");
            }

            foreach (var (key, value) in board.Ranks.Locked())
            {
                Assert.Equal(key, $"{value}");
            }
        },
        ["foreach over the others"] = board =>
        {
            foreach (var tag in board.Tags)
            {
                Assert.NotNull(tag);
            }

            foreach (var line in board.Lines)
            {
                Assert.NotNull(line);
            }

            foreach (var job in board.Jobs)
            {
                Assert.NotNull(job);
            }
        },
        ["foreach in a read scope"] = board =>
        {
            using var state = board.EnterRead();
            foreach (var (key, value) in state.Ranks)
            {
                Assert.Equal(key, $"{value}");
            }
        },
        ["ForEach"] = board =>
        {
            board.Ranks.ForEach((key, value) => Assert.Equal(key, $"{value}"));
            board.Tags.ForEach(Assert.NotNull);
            board.Lines.ForEach(Assert.NotNull);
            board.Jobs.ForEach(Assert.NotNull);
        },
        ["LINQ"] = board =>
        {
            Assert.All(board.Scores.Where(pair => pair.Value > 1).OrderBy(pair => pair.Value).ToList(), pair => Assert.Equal(pair.Key, $"{pair.Value}"));
            Assert.All(board.Ranks.GroupBy(pair => pair.Key).ToArray(), pairs => Assert.Single(pairs));
            Assert.DoesNotContain(null, board.Lines.Reverse().Concat(board.Jobs.Distinct()).ToHashSet());
            Assert.True(board.Tags.ToList().TrueForAll(tag => tag is not null));
        },
        ["collection constructors"] = board =>
        {
            Assert.All(new Dictionary<string, int>(board.Scores), pair => Assert.Equal(pair.Key, $"{pair.Value}"));
            Assert.All(new List<string?>(board.Lines), Assert.NotNull);
            Assert.All(new HashSet<string?>(board.Tags), Assert.NotNull);

            // A spread asks for the count first, then for the elements: from a facade these would be two instants.
            Assert.All((string?[])[.. board.Jobs.Snapshot()], Assert.NotNull);
        },
        ["JSON of facades"] = board =>
        {
            var scores = JsonSerializer.Deserialize<Dictionary<string, int>>(JsonSerializer.Serialize(board.Scores))!;
            Assert.All(scores, pair => Assert.Equal(pair.Key, $"{pair.Value}"));
            Assert.All(JsonSerializer.Deserialize<List<string?>>(JsonSerializer.Serialize(board.Lines))!, Assert.NotNull);
            Assert.All(JsonSerializer.Deserialize<HashSet<string?>>(JsonSerializer.Serialize(board.Tags))!, Assert.NotNull);
            Assert.All(JsonSerializer.Deserialize<Queue<string?>>(JsonSerializer.Serialize(board.Jobs))!, Assert.NotNull);
        },
        ["xunit's assertions"] = board =>
        {
            Assert.All(board.Scores, pair => Assert.Equal(pair.Key, $"{pair.Value}"));
            Assert.DoesNotContain("nobody", board.Tags);
            Assert.DoesNotContain(null, board.Lines);
            Assert.DoesNotContain(board.Scores, pair => pair.Value < 0);
            Assert.NotEqual(["nobody"], board.Jobs);
        },
        ["DeepCopy"] = board => Assert.All(board.Scores.DeepCopy(), pair => Assert.Equal(pair.Key, $"{pair.Value}")),
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void NeverFailsWhileOthersWrite(string way)
    {
        var board = new Board();
        var read = Readings[way];
        var number = 0;
        Threads.RunWhile(
            100,
            () => read(board),
            () => Write(board, Interlocked.Increment(ref number) % 50),
            () => Write(board, Interlocked.Increment(ref number) % 50));
    }

    [Fact]
    public void FacadesAreTheCollectionInterfacesOfThePlatform()
    {
        var board = new Board();
        Write(board, 3);
        IReadOnlyDictionary<string, int> scores = board.Scores;
        IReadOnlySet<string?> tags = board.Tags;
        IReadOnlyList<string?> lines = board.Lines;
        IReadOnlyCollection<string?> jobs = board.Jobs;
        Assert.Equal(3, scores["3"]);
        Assert.Equal(["3"], scores.Keys);
        Assert.Equal([3], scores.Values);
        Assert.True(tags.Contains("3"));
        Assert.Equal("3", lines[0]);
        Assert.Equal(["3"], jobs);
        Assert.Equal(new Dictionary<string, int> { ["3"] = 3 }, scores);
        Assert.Contains("3", board.Tags);
        Assert.Equal("""{"Scores":{"3":3},"Ranks":{"3":3},"Tags":["3"],"Lines":["3"],"Jobs":["3"],"Total":0,"Wide":{"Name":null,"Number":0,"IsWhole":true}}""", JsonSerializer.Serialize(board.Snapshot()));
    }

    private static void Write(Board board, int number)
    {
        var text = $"{number}";
        if (!board.Scores.TryAdd(text, number))
        {
            board.Scores.Remove(text);
            board.Ranks.Remove(text);
            board.Tags.Remove(text);
            board.Lines.Remove(text);
            board.Jobs.TryDequeue(out _);
            return;
        }

        board.Ranks[text] = number;
        board.Tags.Add(text);
        board.Lines.Add(text);
        board.Jobs.Enqueue(text);
    }
}

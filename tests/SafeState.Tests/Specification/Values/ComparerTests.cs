using SafeState.Tests.Holders;

namespace SafeState.Tests.Values;

/// <summary>A comparer survives every copy.</summary>
public sealed partial class ComparerTests
{
    public static TheoryData<string> Ways => [.. Copies.Keys];

    /// <summary>Each way to get at the element that was put in as "Key", asked for as "KEY".</summary>
    private static Dictionary<string, Func<Board, bool>> Copies { get; } = new()
    {
        ["map"] = board => board.Scores.ContainsKey("KEY"),
        ["snapshot of a map"] = board => board.Scores.Snapshot().ContainsKey("KEY"),
        ["map in the snapshot of all"] = board => board.Snapshot().Scores.ContainsKey("KEY"),
        ["deep copy of a map"] = board => board.Scores.DeepCopy().ContainsKey("KEY"),
        ["comparer of a map's deep copy"] = board => ReferenceEquals(StringComparer.OrdinalIgnoreCase, board.Scores.DeepCopy().Comparer),
        ["sorted map"] = board => board.Ranks.ContainsKey("KEY"),
        ["snapshot of a sorted map"] = board => board.Ranks.Snapshot().ContainsKey("KEY"),
        ["sorted map in the snapshot of all"] = board => board.Snapshot().Ranks.ContainsKey("KEY"),
        ["deep copy of a sorted map"] = board => board.Ranks.DeepCopy().ContainsKey("KEY"),
        ["comparer of a sorted map's deep copy"] = board => ReferenceEquals(StringComparer.OrdinalIgnoreCase, board.Ranks.DeepCopy().Comparer),
        ["set"] = board => board.Tags.Contains("KEY"),
        ["snapshot of a set"] = board => board.Tags.Snapshot().Contains("KEY"),
        ["set in the snapshot of all"] = board => board.Snapshot().Tags.Contains("KEY"),
        ["deep copy of a set"] = board => board.Tags.DeepCopy().Contains("KEY"),
        ["comparer of a set's deep copy"] = board => ReferenceEquals(StringComparer.OrdinalIgnoreCase, board.Tags.DeepCopy().Comparer),
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void IsKeptFromTheDeclaration(string way)
    {
        var board = new Board();
        board.Scores.Add("Key", 1);
        board.Ranks.Add("Key", 1);
        board.Tags.Add("Key");
        Assert.True(Copies[way](board));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void IsKeptByReplaceAllWithACollectionThatHasAnother(string way)
    {
        var board = new Board();
        board.Scores.ReplaceAll(new Dictionary<string, int>(StringComparer.Ordinal) { ["Key"] = 1 });
        board.Ranks.ReplaceAll(new SortedDictionary<string, int>(StringComparer.Ordinal) { ["Key"] = 1 });
        board.Tags.ReplaceAll(new HashSet<string?>(StringComparer.Ordinal) { "Key" });
        Assert.True(Copies[way](board));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void IsKeptByReplaceAllInAScope(string way)
    {
        var board = new Board();
        ReplaceInScope(board);
        Assert.True(Copies[way](board));
    }

    [Fact]
    public void AGenericHolderKeepsTheComparerItWasGiven()
    {
        var board = new GenericBoard<string, int>(StringComparer.OrdinalIgnoreCase);
        board.Remember("Key", 1);
        Assert.Equal(1, board.Values["KEY"]);
        Assert.Equal(1, board.Snapshot().Values["KEY"]);
        Assert.Equal(1, board.Values.DeepCopy()["KEY"]);
        Assert.Equal(1, board.Latest);
    }

    [Fact]
    public void ADeepCopyIsIndependent()
    {
        var board = new Board();
        board.Scores["a"] = 1;
        var copy = board.Scores.DeepCopy();
        copy["a"] = 2;
        copy["b"] = 3;
        board.Scores["c"] = 4;
        Assert.Equal([KeyValuePair.Create("a", 1), KeyValuePair.Create("c", 4)], board.Scores.OrderBy(pair => pair.Key));
        Assert.Equal([KeyValuePair.Create("a", 2), KeyValuePair.Create("b", 3)], copy.OrderBy(pair => pair.Key));
    }

    private static void ReplaceInScope(Board board)
    {
        using var state = board.EnterWrite();
        state.Scores.ReplaceAll([new("Key", 1)]);
        state.Ranks.ReplaceAll([new("Key", 1)]);
        state.Tags.ReplaceAll(["Key"]);
    }

    /// <summary>A key that is ordered, or compared by somebody else, needs no hash code of its own.</summary>
    [Fact]
    public void AKeyIsAskedForItsHashCodeByItsMapOnly()
    {
        var shop = new Shop();
        shop.Add(new Ware(1), 1);
        Assert.Equal((1, 1), (shop.Ordered[new Ware(1)], shop.Compared[new Ware(1)]));
        Assert.False(shop.Ordered.ContainsKey(new Ware(2)) || shop.Compared.ContainsKey(new Ware(2)));
    }

    internal readonly record struct Ware(int Number) : IComparable<Ware>
    {
        public int CompareTo(Ware other) => Number.CompareTo(other.Number);

        public override int GetHashCode() => throw new NotSupportedException();
    }

    internal sealed class ByNumber : IEqualityComparer<Ware>
    {
        public bool Equals(Ware x, Ware y) => x.Number == y.Number;

        public int GetHashCode(Ware obj) => obj.Number;
    }

    [SharedState(Strategy = Chosen.Strategy)]
    internal sealed partial class Shop
    {
        private readonly SortedDictionary<Ware, int> _ordered = new();
        private readonly Dictionary<Ware, int> _compared = new(new ByNumber());

        public void Add(Ware ware, int price)
        {
            using var state = EnterWrite();
            state.Ordered.Set(ware, price);
            state.Compared.Set(ware, price);
        }
    }
}

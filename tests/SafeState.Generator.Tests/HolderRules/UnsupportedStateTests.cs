namespace SafeState.Generator.Tests.HolderRules;

/// <summary>SAFE005: state of a type that cannot be guarded.</summary>
public sealed class UnsupportedStateTests
{
    public static TheoryData<string> Flagged =>
    [
        "int[]", "int[,]", "Stack<int>", "LinkedList<int>", "SortedSet<int>", "SortedList<int, int>", "PriorityQueue<int, int>",
        "IDictionary<int, int>", "IReadOnlyDictionary<int, int>", "IList<int>", "IReadOnlyList<int>", "ISet<int>", "ICollection<int>", "IEnumerable<int>",
        "ArrayList", "Hashtable", "BitArray", "System.Collections.ObjectModel.Collection<int>", "System.Collections.ObjectModel.ObservableCollection<int>",
        "System.Collections.Specialized.NameValueCollection", "OwnList", "OwnMap",
        "Dictionary<int, int>?", "List<int>?", "Queue<string?>?",
    ];

    public static TheoryData<string> Innocent =>
    [
        "Dictionary<int, int>", "SortedDictionary<int, int>", "HashSet<int>", "List<int>", "Queue<int>", "Dictionary<string, string?>",
        "string", "string?", "ImmutableList<int>", "ImmutableDictionary<int, int>?", "FrozenSet<int>", "ConcurrentDictionary<int, int>", "Guarded",
    ];

    [Theory]
    [MemberData(nameof(Flagged))]
    public void A_collection_without_a_facade_or_possibly_null_is_refused(string type) => Judgement.AssertFlagged("SAFE005", Program(type, "// SAFE005"));

    [Theory]
    [MemberData(nameof(Innocent))]
    public void Supported_collections_and_collections_that_are_values_are_accepted(string type) => Judgement.AssertInnocent(Program(type, mark: ""));

    [Fact]
    public void A_collection_may_be_null_where_nobody_speaks_of_null() =>
        Judgement.AssertInnocent(Program("List<int>", mark: ""), new GeneratorOptions { Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Disable });

    [Fact]
    public void What_is_not_state_may_be_any_collection() =>
        Judgement.AssertInnocent("[SharedState] partial class Hub { private int _peak; [NotState] private readonly int[] _buffer = new int[3]; }");

    [Fact]
    public void The_message_names_what_is_supported()
    {
        var message = Assert.Single(Judgement.Messages(Program("Stack<int>", mark: "")));
        Assert.StartsWith("'_state' of 'Hub' has the type 'Stack<int>', a collection that SafeState cannot guard: use ", message);
        Assert.All(["Dictionary", "SortedDictionary", "HashSet", "List", "Queue", "[NotState]"], name => Assert.Contains(name, message));
    }

    private static string Program(string type, string mark) => $$"""
        class OwnList : List<int>;
        class OwnMap : Dictionary<int, int>;
        [ThreadSafe] class Guarded : List<int>;
        [SharedState] partial class Hub
        {
            private {{type}} _state; {{mark}}
        }
        """;
}

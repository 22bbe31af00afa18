namespace SafeState.Generator.Tests.Snapshots;

/// <summary>One holder for each kind of state.</summary>
public sealed class StateKinds : SnapshotTest
{
    [Fact]
    public void Dictionary() => Verify(Holder("private readonly Dictionary<int, string> _names = new(16);"));

    [Fact]
    public void SortedDictionary() => Verify(Holder("private readonly SortedDictionary<string, int> _scores = new(StringComparer.Ordinal);"));

    [Fact]
    public void HashSet() => Verify(Holder("private readonly HashSet<Guid> _members = [];"));

    [Fact]
    public void List() => Verify(Holder("private readonly List<DateTime> _events = new() { DateTime.UnixEpoch };"));

    [Fact]
    public void Queue() => Verify(Holder("private readonly Queue<string> _messages = new();"));

    [Fact]
    public void Scalars() => Verify(Holder("""
        private int _count;
            private string _name = "";
            private string? _title;
            private DateTime? _started;
            private (int Low, long High) _range;
            private Func<int, string?>? _format;
            private DayOfWeek _day = DayOfWeek.Monday;
        """));

    [Fact]
    public void NullableKeysAndValues() => Verify(Holder("""
        private readonly Dictionary<string, string?> _notes = new();
            private readonly Dictionary<int, decimal?> _prices = new();
            private readonly List<string?> _lines = new();
            private readonly HashSet<int?> _marks = new();
        """));

    [Fact]
    public void CollectionsThatAreReplacedAsAWhole() => Verify(Holder("private Dictionary<string, int> _limits = new(StringComparer.OrdinalIgnoreCase);"));

    [Fact]
    public void ValuesByReference() => Verify("""
        public class Session
        {
            public int Hits;
        }

        [SharedState]
        public partial class Sessions
        {
            [State(Values = ValueSharing.ByReference)]
            private readonly Dictionary<string, Session> _open = new();
        }
        """);

    private static string Holder(string fields) => $$"""
        namespace Demo;

        [SharedState]
        public partial class Holder
        {
            {{fields}}
        }
        """;
}

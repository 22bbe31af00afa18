namespace SafeState.Generator.Tests.HolderRules;

/// <summary>SAFE002: state that is not a private field.</summary>
public sealed class StateNotPrivateTests
{
    public static TheoryData<string> Flagged =>
    [
        "[SharedState] partial class Hub { public int Peak; } // SAFE002",
        "[SharedState] partial class Hub { internal int Peak; } // SAFE002",
        "[SharedState] partial class Hub { protected int Peak; } // SAFE002",
        "[SharedState] partial class Hub { private protected int Peak; } // SAFE002",
        "[SharedState] partial class Hub { protected internal int Peak; } // SAFE002",
        "[SharedState] partial class Hub { public readonly List<int> _numbers = new(); } // SAFE002",
        "[SharedState] static partial class Hub { internal static readonly List<int> _numbers = new(); } // SAFE002",
        "[SharedState] partial class Hub { public int Peak { get; set; } } // SAFE002",
        "[SharedState] partial class Hub { private int Peak { get; set; } } // SAFE002",
        "[SharedState] partial class Hub { public int Peak { get; private set; } } // SAFE002",
        "[SharedState] partial class Hub { public List<int> Numbers { get; } = new(); } // SAFE002",
        "[SharedState] partial class Hub { public int[] Numbers { get; } = new int[3]; } // SAFE002",
        "[SharedState] static partial class Hub { public static int Peak { get; set; } } // SAFE002",
        "[SharedState] partial class Hub(Dictionary<int, int> seed) { private int _peak; int Count() => seed.Count; } // SAFE002",
        "[SharedState] partial class Hub(IList<int> seed) { private int _peak; int Count => seed.Count; } // SAFE002",
        "[SharedState] partial class Hub(int next) { private int _peak; int Next() => next++; } // SAFE002",
        "[SharedState] partial class Hub(int next) { private int _peak; void Skip() { (next, _) = (3, 4); } } // SAFE002",
        "[SharedState] partial class Hub(int next) { private int _peak; void Skip() => Interlocked.Increment(ref next); } // SAFE002",
        "[SharedState] partial class Hub((int X, int Y) at) { private int _peak; void Move() => at.X = 3; } // SAFE002",
        """
        [SharedState] partial class Hub(List<int> seed) // SAFE002
        {
            private int _peak;
        }
        partial class Hub { int Count() { return seed.Count; } }
        """,
        """
        [SharedState] partial class Hub
        {
            public List<int> _first = new(), // SAFE002
                _second = new(); // SAFE002
            public int Peak { get; set; } // SAFE002
        }
        """,
    ];

    public static TheoryData<string> Innocent =>
    [
        "[SharedState] partial class Hub { private int _peak; }",
        "[SharedState] partial class Hub { int _peak; }",
        "[SharedState] partial class Hub { private int _peak; [NotState] public int Anything; }",
        "[SharedState] partial class Hub { private int _peak; [field: NotState] public int Anything { get; set; } }",
        "[SharedState] partial class Hub { private int _peak; public readonly int Limit = 3; public const int Most = 4; }",
        "[SharedState] partial class Hub { private int _peak; public string Name { get; } = \"\"; public string Title { get; init; } = \"\"; }",
        "[SharedState] partial class Hub { private int _peak; public int Twice => 2; public int Thrice { get { return 3; } set { } } }",
        "[SharedState] partial class Hub { private int _peak; public event Action? Joined; }",
        "[SharedState] partial class Hub { private int _peak; public ImmutableList<int> Numbers { get; } = []; }",
        "[SharedState] partial class Hub(Dictionary<int, int> seed) { private readonly Dictionary<int, int> _map = new(seed, seed.Comparer); }",
        "[SharedState] partial class Hub(List<int> seed) { private int _peak; public int Limit { get; } = seed.Count; }",
        "[SharedState] partial class Hub(IServiceProvider services) { private int _peak; object? Find() => services.GetService(typeof(int)); }",
        "[SharedState] partial class Hub(Timer timer) { private int _peak; void Stop() { timer.Dispose(); } }",
        "[SharedState] partial class Hub(List<int> seed) { private int _peak = seed.Count; void Other(List<int> seed) => seed.Clear(); }",
        "[SharedState] partial class Hub(List<int> seed) { private int _peak = seed.Count; class Inner { int seed; int Get() => seed; } }",
    ];

    [Theory]
    [MemberData(nameof(Flagged))]
    public void State_elsewhere_than_in_a_private_field_is_refused(string program) => Judgement.AssertFlagged("SAFE002", program);

    [Theory]
    [MemberData(nameof(Innocent))]
    public void What_is_no_state_may_be_declared_in_any_way(string program) => Judgement.AssertInnocent(program);

    [Theory]
    [InlineData("int Peak { get; set; }", "Peak", "private int _peak;")]
    [InlineData("string Name { get; set; } = \"none\";", "Name", "private string _name = …;")]
    [InlineData("List<int> Jobs { get; } = [1];", "Jobs", "private readonly List<int> _jobs = …;")]
    [InlineData("List<int>? Jobs { get; set; }", "Jobs", "private readonly List<int> _jobs = new();")]
    public void The_message_shows_the_field_to_write(string property, string name, string field) => Assert.Equal(
        $"'{name}' is shared state of 'Hub' but is a property that keeps its value itself, so code that takes no lock can reach it: "
        + $"declare '{field}' and let SafeState generate the property (or say [field: NotState])",
        Assert.Single(Judgement.Messages($"[SharedState] partial class Hub {{ public {property} }}")));
}

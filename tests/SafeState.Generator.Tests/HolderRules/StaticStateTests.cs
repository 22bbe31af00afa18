namespace SafeState.Generator.Tests.HolderRules;

/// <summary>SAFE009: mutable static state in a holder of instances.</summary>
public sealed class StaticStateTests
{
    public static TheoryData<string> Flagged =>
    [
        "private static int _next;",
        "public static int Next;",
        "private static readonly Dictionary<int, int> Cache = new();",
        "private static readonly int[] Cache = new int[3];",
        "private static volatile bool _stopped;",
        "private static object? _anything;",
        "public static int Next { get; set; }",
        "private static List<int> Cache { get; } = new();",
    ];

    public static TheoryData<string> Innocent =>
    [
        "private static readonly string Prefix = \"\";",
        "private static readonly object Gate = new();",
        "private static readonly ImmutableArray<int> Primes = [2, 3, 5];",
        "private static readonly ConcurrentDictionary<int, int> Cache = new();",
        "private const int Most = 3;",
        "[NotState] private static int _next;",
        "[field: NotState] private static int Next { get; set; }",
        "[ThreadStatic] private static int _depth;",
        "private static int Twice => 2;",
        "private static event Action? Joined;",
        "private static class Statics { public static int Next; }",
    ];

    [Theory]
    [MemberData(nameof(Flagged))]
    public void Static_state_beside_the_state_of_instances_is_refused(string member) => Judgement.AssertFlagged("SAFE009", Program($"{member} // SAFE009"));

    [Theory]
    [MemberData(nameof(Innocent))]
    public void What_is_static_and_never_changes_is_accepted(string member) => Judgement.AssertInnocent(Program(member));

    [Fact]
    public void A_static_holder_guards_its_static_state() =>
        Judgement.AssertInnocent("[SharedState] static partial class Hub { private static int _next; private static readonly List<int> _numbers = new(); }");

    private static string Program(string member) => $$"""
        [SharedState] partial class Hub
        {
            private int _peak;
            {{member}}
        }
        """;
}

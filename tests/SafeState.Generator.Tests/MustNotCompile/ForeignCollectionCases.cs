using SafeState.Generator.Tests.UsageRules;
using static SafeState.Generator.Tests.UsageRules.Case;

namespace SafeState.Generator.Tests.MustNotCompile;

/// <summary>Collections that somebody else may hold, given to a state field.</summary>
internal static class ForeignCollectionCases
{
    public static readonly IReadOnlyList<Case> All =
    [
        InHub("the argument of a constructor", "public Hub(List<int> log) => _log = log; // SAFE003"),
        InHub("the argument of a constructor, through this", "public Hub(List<int> log) => this._log = log; // SAFE003"),
        InHub("what a method returns", "private static List<int> Make() => new();\npublic Hub() => _log = Make(); // SAFE003"),
        InHub("what a property returns", "private static List<int> Shared { get; } = new(); // SAFE009\npublic Hub() => _log = Shared; // SAFE003"),
        InHub("a local variable", "public Hub()\n{\n    var log = new List<int>();\n    _log = log; // SAFE003\n}"),
        InHub("a cast", "public Hub(object log) => _log = (List<int>)log; // SAFE003"),
        InHub("an as", "public Hub(object log) => _log = (log as List<int>)!; // SAFE003"),
        InHub("one branch of a conditional", "public Hub(List<int>? log) => _log = log is null ? new() : log; // SAFE003"),
        InHub("a coalescing default", "public Hub(List<int>? log) => _log = log ?? new(); // SAFE003"),
        InHub("one arm of a switch", "public Hub(int size, List<int> log) => _log = size switch { 0 => new(), _ => log }; // SAFE003"),
        InHub("an assignment on the way", "[NotState] public List<int> Copy = null!;\npublic Hub() => _log = Copy = new(); // SAFE003"),
        InHub("an object of a derived class", "private sealed class MyList : List<int>;\npublic Hub() => _log = new MyList(); // SAFE003"),
        InHub("an object of a class that converts itself", "private sealed class Source\n{\n    public static readonly List<int> Shared = new();\n    public static implicit operator List<int>(Source source) => Shared;\n}\npublic Hub() => _log = new Source(); // SAFE003"),
        InHub("null", "public Hub() => _log = null!; // SAFE003"),
        InHub("a default", "public Hub() => _log = default!; // SAFE003"),
        InHub("a query of a class of one's own", "public Hub(Source source) => _log = source.ToList(); // SAFE003\n}\npublic sealed class Source\n{\n    private readonly List<int> _all = new();\n    public List<int> ToList() => _all;"),
        InHub("the initialiser of the field", "private static readonly List<int> Shared = new(); // SAFE009\nprivate List<int> _other = Shared; // SAFE003"),
        InHub("the initialiser of the field, from a method", "private static Dictionary<string, int> Make() => new();\nprivate readonly Dictionary<string, int> _other = Make(); // SAFE003"),
        InHub("by reference all the same", "private static List<object> Make() => new();\n[State(Values = ValueSharing.ByReference)] private readonly List<object> _other = Make(); // SAFE003"),
        InRegistry("the initialiser of a static field", "private static HashSet<int> Make() => new();\nprivate static readonly HashSet<int> s_ids = Make(); // SAFE003"),
        new("an extension method that a collection initialiser calls", Usings + """
            [SharedState]
            public partial class Hub
            {
                private readonly List<int> _log = new() { { 1, 2 } }; // SAFE003
            }

            public static class Extensions
            {
                public static readonly List<List<int>> Seen = new();
                public static void Add(this List<int> list, int first, int second) => Seen.Add(list);
            }
            """),
        new("an extension property that an initialiser sets", Usings + """
            [SharedState]
            public partial class Hub
            {
                private readonly List<int> _log = new() { Leak = 1 }; // SAFE003
            }

            public static class Extensions
            {
                public static readonly List<List<int>> Seen = new();
                extension(List<int> list)
                {
                    public int Leak { set => Seen.Add(list); }
                }
            }
            """) { Language = 14 },
        new("an extension method that a collection expression calls", Usings + """
            [SharedState]
            public partial class Hub
            {
                private readonly Queue<int> _jobs = [1]; // SAFE003
            }

            public static class Extensions
            {
                public static readonly List<Queue<int>> Seen = new();
                public static void Add(this Queue<int> queue, int job) => Seen.Add(queue);
            }
            """),
        new("the parameter of a primary constructor", Usings + """
            [SharedState]
            public partial class Hub(SortedDictionary<string, int> ranks)
            {
                private readonly SortedDictionary<string, int> _ranks = ranks; // SAFE003
            }
            """),
        new("an extension method that an element finds when its type is generated", Usings + """
            [SharedState]
            public static partial class Registry
            {
                private static Client s_first = new("a");
            }

            [SharedState]
            public partial class Hub
            {
                private readonly List<int> _log = new() { Registry.First }; // SAFE003
            }

            public static class Extensions
            {
                public static readonly List<List<int>> Seen = new();
                public static void Add(this List<int> list, Client client) => Seen.Add(list);
            }
            """ + Values),
        new("a query of a class that is called like LINQ's", Usings + """
            [SharedState]
            public partial class Hub
            {
                private readonly List<int> _log = new Source().ToList(); // SAFE003
            }

            public sealed class Source;

            namespace System.Linq
            {
                public static class Enumerable
                {
                    private static readonly List<int> Shared = new();
                    public static List<int> ToList(this Source source) => Shared;
                }
            }
            """),
    ];
}

using SafeState.Generator.Tests.UsageRules;
using static SafeState.Generator.Tests.UsageRules.Case;

namespace SafeState.Generator.Tests.MustCompile;

/// <summary>Holders of every legitimate shape, and fields that are not state.</summary>
internal static class HolderCases
{
    public static readonly IReadOnlyList<Case> All =
    [
        InHub("a holder with nothing else", ""),
        InRegistry("a static holder with nothing else", ""),
        InHub("a readonly scalar", "private readonly int _limit = 10;\npublic int Limit => _limit;"),
        InHub("a readonly service", "private readonly TimeProvider _time = TimeProvider.System;\npublic long Now() => _time.GetTimestamp();"),
        InHub("a field that is not state", "[NotState] private int _hits;\npublic int Hit() => ++_hits;"),
        InHub("a collection that is not state", "[NotState] private readonly List<int> _own = new();\npublic void M() => _own.Add(1);"),
        InHub("a constant", "private const int Limit = 10;\npublic int M() => Limit;"),
        InHub("a static readonly value", "private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);\npublic TimeSpan M() => Limit;"),
        InHub("an immutable collection", "private readonly System.Collections.Immutable.ImmutableArray<int> _ports = [1, 2];\npublic int M() => _ports[0];"),
        InHub("a concurrent collection", "private readonly System.Collections.Concurrent.ConcurrentQueue<int> _jobs = new();\npublic void M() => _jobs.Enqueue(1);"),
        InHub("a property without storage", "public int Double => Peak * 2;"),
        InHub("an event", "public event Action? Changed;\npublic void M() => Changed?.Invoke();"),
        InHub("an interface", "}\npublic interface IHub\n{\n    int Peak { get; }\n}\npublic partial class Hub : IHub\n{"),
        InHub("a second part with members", "}\npublic partial class Hub\n{\n    public int M() => Clients.Count + Peak;"),
        InHub("a nested class with members of its own", "public sealed class Inner\n{\n    private int _mine;\n    public int M() => ++_mine;\n}"),
        InHub("a documented reference to a field", "/// <summary>Counts <see cref=\"_clients\"/> and <see cref=\"Hub._peak\"/>.</summary>\npublic int M() => Clients.Count;"),
        InHub("the name of a field", "public string M() => nameof(_clients) + nameof(this._peak) + nameof(_log.Count);"),
        InHub("the name of a field in an attribute", "[System.ComponentModel.Description(nameof(_clients))]\npublic int M() => 1;"),
        InHub("the name of a field in a pattern", "public bool M(string name) => name is nameof(_peak);"),
        InHub("the name of a field as a default", "public string M(string name = nameof(_peak)) => name;"),
        InHub("a field under another name", "[State(Name = \"Guests\")] private readonly List<int> _visitors = new();\npublic int M() => Guests.Count;"),
        InHub("a field without facade", "[State(Access = Access.None)] private readonly List<int> _hidden = new();\npublic int M()\n{\n    using var state = EnterRead();\n    return state.Hidden.Count;\n}"),
        InHub("a field that may only be read", "[State(Access = Access.ReadOnly)] private readonly List<int> _shown = new();\npublic int M() => Shown.Count;"),
        InHub("values by reference", "[State(Values = ValueSharing.ByReference)] private readonly Dictionary<string, object> _things = new();\npublic bool M() => Things.ContainsKey(\"a\");"),
        new("an abstract holder and a class that derives from it", Usings + """
            [SharedState]
            public abstract partial class Hub
            {
                private int _peak;
                protected void Raise()
                {
                    using var state = EnterWrite();
                    state.Peak++;
                }
            }

            public sealed class Derived : Hub
            {
                public int M()
                {
                    Raise();
                    return Peak;
                }
            }
            """),
        new("a generic holder", Usings + """
            [SharedState]
            public partial class Cache<TKey, TValue> where TKey : struct, Enum where TValue : struct, Enum
            {
                private readonly Dictionary<TKey, TValue> _entries = new();
                public bool M(TKey key) => Entries.ContainsKey(key);
            }
            """),
        new("a holder in a partial type", Usings + """
            public partial record struct Outer
            {
                [SharedState]
                internal partial class Inner
                {
                    private int _count;
                    public int M() => Count;
                }
            }
            """),
        new("names of every kind", Usings + """
            [SharedState]
            public partial class Names
            {
                private int _underscore;
                private int m_hungarian;
                private int plain;
                private int @event;
                public int M() => Underscore + Hungarian + Plain + Event;
            }
            """),
        new("a holder without shared values but with every kind of collection", Usings + """
            [SharedState]
            internal sealed partial class All
            {
                private readonly Dictionary<string, string?> _a = new(StringComparer.Ordinal);
                private readonly SortedDictionary<int, Guid> _b = new();
                private readonly HashSet<(int, string)> _c = new(4);
                private readonly List<DateTime?> _d = [];
                private readonly Queue<Uri> _e = new();
                public int M() => A.Count + B.Count + C.Count + D.Count + E.Count;
            }
            """),
        new("each strategy", Usings + string.Concat(Enum.GetNames<Model.Strategy>().Select(strategy => $$"""
            [SharedState(Strategy = Strategy.{{strategy}})]
            public partial class By{{strategy}}
            {
                private readonly List<int> _items = new();
                private int _count;
                public int M() => Items.Count + Count;
            }

            """))),
    ];
}

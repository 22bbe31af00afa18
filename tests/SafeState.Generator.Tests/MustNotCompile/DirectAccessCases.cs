using SafeState.Generator.Tests.UsageRules;
using static SafeState.Generator.Tests.UsageRules.Case;

namespace SafeState.Generator.Tests.MustNotCompile;

/// <summary>One program per way to touch a state field in the holder's own code.</summary>
internal static class DirectAccessCases
{
    public static readonly IReadOnlyList<Case> All =
    [
        InHub("a method call", "public void M() => _clients.Clear(); // SAFE001"),
        InHub("a property of the collection", "public int M() => _clients.Count; // SAFE001"),
        InHub("the indexer of the collection", "public Client M() => _clients[\"a\"]; // SAFE001"),
        InHub("a write through the indexer", "public void M() => _clients[\"a\"] = new(\"b\"); // SAFE001"),
        InHub("this", "public void M() => this._clients.Clear(); // SAFE001"),
        InHub("this in parentheses", "public void M() => (this)._clients.Clear(); // SAFE001"),
        InHub("a cast of this", "public void M() => ((Hub)(object)this)._clients.Clear(); // SAFE001"),
        InHub("another instance", "public void M(Hub other) => other._clients.Clear(); // SAFE001"),
        InHub("another instance, conditionally", "public void M(Hub? other) => other?._clients.Clear(); // SAFE001"),
        InHub("a call's result", "public static Hub Get() => new();\npublic void M() => Get()._clients.Clear(); // SAFE001"),
        InHub("a dynamic receiver", "public void M(dynamic other) => other._clients.Clear(); // SAFE001"),
        InHub("returned", "public object M() => _clients; // SAFE001"),
        InHub("returned as an interface", "public IReadOnlyDictionary<string, Client> M() => _clients; // SAFE001"),
        InHub("returned by a property", "public IEnumerable<string> Names { get { return _rooms; } } // SAFE001"),
        InHub("returned by ref", "public ref int M() => ref _peak; // SAFE001"),
        InHub("returned by an iterator", "public IEnumerable<string> M()\n{\n    foreach (var room in _rooms) // SAFE001\n    {\n        yield return room;\n    }\n}"),
        InHub("in an async method", "public async Task M()\n{\n    await Task.Yield();\n    _clients.Clear(); // SAFE001\n}"),
        InHub("an argument", "public void M() => Console.WriteLine(_clients); // SAFE001"),
        InHub("a ref argument", "public void M() => Interlocked.Increment(ref _peak); // SAFE001"),
        InHub("an in argument", "private static int Read(in int value) => value;\npublic int M() => Read(in _peak); // SAFE001"),
        InHub("an out argument", "public void M() => int.TryParse(\"1\", out _peak); // SAFE001"),
        InHub("a volatile read", "public int M() => Volatile.Read(ref _peak); // SAFE001"),
        InHub("a ref local", "public void M()\n{\n    ref var peak = ref _peak; // SAFE001\n    peak = 1;\n}"),
        InHub("a local alias", "public void M()\n{\n    var clients = _clients; // SAFE001\n    clients.Clear();\n}"),
        InHub("an assignment", "public void M() => _peak = 1; // SAFE001"),
        InHub("an assignment of a collection", "public void M() => _log = new(); // SAFE001"),
        InHub("a compound assignment", "public void M() => _peak += 1; // SAFE001"),
        InHub("an increment", "public void M() => _peak++; // SAFE001"),
        InHub("a decrement in front", "public int M() => --_peak; // SAFE001"),
        InHub("a coalescing assignment", "public void M() => _log ??= new(); // SAFE001"),
        InHub("a deconstructing assignment", "public void M()\n{\n    (_peak, var rest) = (1, 2); // SAFE001\n}"),
        InHub("a swap", "public void M() => (_peak, _pair.Item1) = (_pair.Item2, 2); // SAFE001 SAFE001 SAFE001"),
        InHub("a field of a struct", "public int M() => _pair.Item1; // SAFE001"),
        InHub("a write to a field of a struct", "public void M() => _pair.Item1 = 2; // SAFE001"),
        InHub("a comparison", "public bool M() => _peak > 3; // SAFE001"),
        InHub("an interpolation", "public string M() => $\"{_peak}\"; // SAFE001"),
        InHub("a lambda", "public Action M() => () => _clients.Clear(); // SAFE001"),
        InHub("an anonymous method", "public Action M() => delegate { _clients.Clear(); }; // SAFE001"),
        InHub("a local function", "public void M()\n{\n    Clear();\n    void Clear() => _clients.Clear(); // SAFE001\n}"),
        InHub("a method group", "public Action M() => _clients.Clear; // SAFE001"),
        InHub("a query", "public object M() => from room in _rooms select room; // SAFE001"),
        InHub("a join of a query", "public object M(string[] names) => from name in names join room in _rooms on name equals room select name; // SAFE001"),
        InHub("a spread", "public string[] M() => [.. _rooms]; // SAFE001"),
        InHub("a lock", "public void M()\n{\n    lock (_clients) // SAFE001\n    {\n        _clients.Clear(); // SAFE001\n    }\n}"),
        InHub("a switch", "public int M() => _peak switch { 1 => 2, _ => 3 }; // SAFE001"),
        InHub("a type pattern", "public bool M() => _last is { Name: \"a\" }; // SAFE001"),
        InHub("a property pattern", "public bool M(Hub other) => other is { _peak: 3 }; // SAFE001"),
        InHub("an extended property pattern", "public bool M(Hub other) => other is { _clients.Count: 3 }; // SAFE001"),
        InHub("a nested property pattern", "public bool M(object other) => other is Hub { _last: { Name: \"a\" } }; // SAFE001"),
        InHub("an object initialiser", "public Hub M() => new() { _peak = 3 }; // SAFE001"),
        InHub("a collection inside an object initialiser", "public Hub M() => new() { _clients = { [\"a\"] = new(\"b\") } }; // SAFE001"),
        InHub("an anonymous object", "public object M() => new { _peak }; // SAFE001"),
        InHub("a tuple", "public object M() => (_peak, 1); // SAFE001"),
        InHub("a verbatim name", "public void M() => @_clients.Clear(); // SAFE001"),
        InHub("an escaped name", "public void M() => \\u005fclients.Clear(); // SAFE001"),
        InHub("a throw", "public void M() => throw new Exception(_last.Name); // SAFE001"),
        InHub("the index of another array", "public int M(int[] numbers) => numbers[_peak]; // SAFE001"),
        InHub("the initialiser of another field", "[NotState] private Func<Hub, int> _read = hub => hub._peak; // SAFE001"),
        InHub("a property accessor", "public int Highest { get => 1; set => _peak = value; } // SAFE001"),
        InHub("an event accessor", "public event Action Changed { add { _peak++; } remove { } } // SAFE001"),
        InHub("an indexer", "public Client this[string id] => _clients[id]; // SAFE001"),
        InHub("an operator", "public static int operator +(Hub left, Hub right) => left._peak + right._peak; // SAFE001 SAFE001"),
        InHub("a finaliser", "~Hub() => _clients.Clear(); // SAFE001"),
        InHub("an overridden method", "public override string ToString() => _last.ToString(); // SAFE001"),
        InHub("an explicit interface member", "int IComparable<Hub>.CompareTo(Hub? other) => _peak; // SAFE001\n}\npublic partial class Hub : IComparable<Hub>\n{"),
        InHub("a second part", "}\npublic partial class Hub\n{\npublic void M() => _clients.Clear(); // SAFE001"),
        InHub("a nested class", "public static class Inner\n{\n    public static void M(Hub hub) => hub._clients.Clear(); // SAFE001\n}"),
        InHub("a nested struct", "public struct Inner\n{\n    public int M(Hub hub) => hub._peak; // SAFE001\n}"),
        InHub("a nested derived class", "public class Inner : Hub\n{\n    public void M() => ((Hub)this)._clients.Clear(); // SAFE001\n}"),
        InHub("through base in a nested derived class", "public class Inner : Hub\n{\n    public void M() => base._clients.Clear(); // SAFE001\n}"),
        InHub("a nested holder", "[SharedState]\npublic partial class Inner\n{\n    private int _mine;\n    public void M(Hub hub) => hub._peak = _mine; // SAFE001 SAFE001\n}"),
        InHub("an unknown receiver", "public void M() => Missing()._clients.Clear(); // SAFE001 CS0103"),
        InHub("a default parameter's attribute reads nothing, the body does", "public int M([CallerMemberName] string name = nameof(_peak)) => _peak + name.Length; // SAFE001"),
        InHub("a method that is called nameof", "private static string nameof(object value) => value.ToString()!;\npublic string M() => nameof(_clients); // SAFE001"),
        InHub("a conditional expression", "public object M(bool flag) => flag ? _rooms : _log; // SAFE001 SAFE001"),
        InHub("an address", "public unsafe void M() // CS0227\n{\n    fixed (int* peak = &_peak) // SAFE001\n    {\n        *peak = 1;\n    }\n}"),
        InHub("a value marked by reference", "[State(Values = ValueSharing.ByReference)] private readonly List<object> _things = new();\npublic void M() => _things.Clear(); // SAFE001"),
        InHub("a field without facade", "[State(Access = Access.None)] private readonly List<int> _hidden = new();\npublic void M() => _hidden.Clear(); // SAFE001"),
        InHub("a field that may only be read", "[State(Access = Access.ReadOnly)] private readonly List<int> _shown = new();\npublic void M() => _shown.Clear(); // SAFE001"),
        InHub("a field under another name", "[State(Name = \"Guests\")] private readonly List<int> _visitors = new();\npublic void M() => _visitors.Clear(); // SAFE001"),
        InHub("inside a scope", "public void M()\n{\n    using var state = EnterWrite();\n    _clients.Clear(); // SAFE001\n}"),
        InHub("a delegate for an update", "public void M() => Clients.Update(\"a\", (key, value) => _last); // SAFE001"),
        InRegistry("a static field by its name", "public static void M() => s_clients.Clear(); // SAFE001"),
        InRegistry("a static field by its type", "public static void M() => Registry.s_clients.Clear(); // SAFE001"),
        InRegistry("a static field by an alias of its type", "public static void M() => global::Registry.s_peak++; // SAFE001"),
        InRegistry("a static field in the initialiser of another", "private static readonly int Start = s_peak; // SAFE001"),
        InRegistry("a static field in its own initialiser", "private static int s_own = s_own + 1; // SAFE001"),
        InRegistry("a static field in a nested class", "public class Inner\n{\n    public void M() => s_clients.Clear(); // SAFE001\n}"),
        InRegistry("a static field in a lambda of the static constructor", "static Registry()\n{\n    Action later = () => s_peak = 1; // SAFE001\n    later();\n}"),
        new("a generic holder", Usings + """
            [SharedState]
            public partial class Cache<T> where T : struct, Enum
            {
                private readonly Dictionary<string, T> _entries = new();
                public void M(Cache<T> other) => other._entries.Clear(); // SAFE001
                public int N(Cache<DayOfWeek> other) => other._entries.Count; // SAFE001
            }
            """),
        new("a holder in a partial type", Usings + """
            public partial struct Outer
            {
                [SharedState]
                public partial class Inner
                {
                    private int _count;
                    public int M() => _count; // SAFE001
                }
            }
            """),
        new("a holder in a namespace", Usings + """
            namespace Some.Space
            {
                [SafeState.SharedStateAttribute]
                internal partial class Inner
                {
                    private readonly Queue<int> _jobs = new();
                    internal void M() => _jobs.Enqueue(1); // SAFE001
                }
            }
            """),
        new("a name without prefix", Usings + """
            [SharedState]
            public partial class Inner
            {
                private int count;
                public void M(int value)
                {
                    count = value; // SAFE001
                    this.count = value; // SAFE001
                }
            }
            """),
        new("a name that is a keyword", Usings + """
            [SharedState]
            public partial class Inner
            {
                private int @event;
                public void M() => @event++; // SAFE001
            }
            """),
        new("each strategy", Usings + string.Concat(Enum.GetNames<Model.Strategy>().Select(strategy => $$"""
            [SharedState(Strategy = Strategy.{{strategy}})]
            public partial class By{{strategy}}
            {
                private int _count;
                public void M() => _count++; // SAFE001
            }

            """))),
        InHub("a dynamic local that is called nameof", "public void M()\n{\n    dynamic nameof = new Func<object, string>(value => \"\");\n    string text = nameof(_clients); // SAFE001\n}"),
        InHub("a generated property that is called nameof", "[State(Name = \"nameof\")] private Func<object, string> _name = value => \"\"; // SAFE010\npublic string M() => nameof(_clients);"),
    ];
}

using SafeState.Generator.Tests.UsageRules;
using static SafeState.Generator.Tests.UsageRules.Case;

namespace SafeState.Generator.Tests.MustCompile;

/// <summary>What initialisers and constructors may do.</summary>
internal static class ConstructionCases
{
    public static readonly IReadOnlyList<Case> All =
    [
        InHub("an assignment", "public Hub() => _log = new();"),
        InHub("an assignment through this", "public Hub(int peak)\n{\n    this._peak = peak;\n    this._log = new(peak);\n}"),
        InHub("an assignment of a scalar that is computed", "public Hub(string text) => _peak = int.Parse(text) + text.Length;"),
        InHub("an assignment of a checked argument", "public Hub(Client? last) => _last = last ?? throw new ArgumentNullException(nameof(last));"),
        InHub("a copy", "public Hub(IEnumerable<int> log) => _log = new(log);"),
        InHub("a query's copy", "public Hub(IEnumerable<int> log) => _log = log.Where(number => number > 0).ToList();"),
        InHub("a collection expression", "public Hub(int[] log) => _log = [.. log, 1];"),
        InHub("an initialiser with elements", "public Hub() => _log = new() { 1, 2 };"),
        InHub("an explicit type", "public Hub() => _log = new List<int>(3);"),
        InHub("new objects in both branches", "public Hub(bool large) => _log = large ? new(1000) : new List<int>();"),
        InHub("new objects in every arm", "public Hub(int size) => _log = size switch { 0 => [], < 0 => throw new ArgumentException(null, nameof(size)), _ => new(size) };"),
        InHub("parentheses", "public Hub() => _log = (new());"),
        InHub("an assignment in a branch", "public Hub(int size)\n{\n    if (size > 0)\n    {\n        _log = new(size);\n    }\n    else\n    {\n        _peak = 1;\n    }\n}"),
        InHub("an assignment in a try and a loop", "public Hub()\n{\n    try\n    {\n        for (var i = 0; i < 3; i++)\n        {\n            _peak = i;\n        }\n    }\n    finally\n    {\n        _pair = (1, 2);\n    }\n}"),
        InHub("uses after the assignments", "public Hub()\n{\n    _log = new();\n    _peak = 1;\n    Clients.Set(\"a\", new(\"b\"));\n    using var state = EnterWrite();\n    state.Peak = 2;\n}"),
        InHub("this handed out after the assignments", "public Hub(List<Hub> all)\n{\n    _log = new();\n    all.Add(this);\n}"),
        InHub("other fields and properties before", "private readonly string _name;\npublic string Name { get; }\npublic Hub(string name)\n{\n    _name = name;\n    Name = _name.Trim();\n    this.Name += Name;\n    ArgumentNullException.ThrowIfNull(name);\n    Console.WriteLine(nameof(Clients) + GetType().Name);\n    _peak = 1;\n}"),
        InHub("static members before", "private static int Next() => 1;\npublic Hub()\n{\n    var next = Next();\n    _peak = next;\n}"),
        InHub("another constructor that only assigns", "public Hub() => _log = new();\npublic Hub(int peak) : this() => _peak = peak;"),
        InHub("local functions that use nothing", "public Hub()\n{\n    _peak = Twice(2);\n    static int Twice(int value) => value * 2;\n}"),
        InHub("an event handler on something else", "public Hub()\n{\n    AppDomain.CurrentDomain.ProcessExit += static (_, _) => { };\n    _peak = 1;\n}"),
        InHub("a scalar from a query", "public Hub(int[] numbers) => _peak = (from number in numbers select number).Max();"),
        InRegistry("a static constructor", "static Registry()\n{\n    s_peak = 1;\n    Registry.s_peak = 2;\n}"),
        InRegistry("uses after a static constructor's assignments", "static Registry()\n{\n    s_peak = 1;\n    Clients.Clear();\n}"),
        InHub("an initialiser with a comparer", "private readonly SortedDictionary<string, int> _ranks = new(StringComparer.OrdinalIgnoreCase) { [\"a\"] = 1 };"),
        InHub("an initialiser from a query", "private readonly Dictionary<string, int> _sizes = Enumerable.Range(1, 3).Select(number => new string('a', number)).ToDictionary(name => name, name => name.Length);"),
        InHub("initialisers of every kind", "private readonly Dictionary<string, int> _a = new() { [\"a\"] = 1 };\nprivate readonly Dictionary<string, int> _b = new() { { \"a\", 1 } };\nprivate readonly List<int> _c = new(4) { Capacity = 8 };\nprivate readonly Queue<int> _d = [];\nprivate readonly HashSet<int> _e = [1, 2];"),
        new("a map with its comparer", Usings + """
            [SharedState]
            public partial class Hub
            {
                private readonly Dictionary<string, int> _sizes;
                private readonly SortedDictionary<string, int> _ranks;
                private readonly HashSet<string> _names;

                public Hub(Dictionary<string, int> sizes, SortedDictionary<string, int> ranks, HashSet<string> names)
                {
                    _sizes = new(sizes, sizes.Comparer);
                    _ranks = new(ranks, ranks.Comparer);
                    _names = new HashSet<string>(names, names.Comparer);
                }
            }
            """),
        new("a primary constructor", Usings + """
            [SharedState]
            public partial class Hub(int peak, Dictionary<string, int> sizes)
            {
                private readonly Dictionary<string, int> _sizes = new(sizes, sizes.Comparer);
                private int _peak = peak;
            }
            """),
    ];
}

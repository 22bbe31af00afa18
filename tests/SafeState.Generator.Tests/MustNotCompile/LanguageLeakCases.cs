namespace SafeState.Generator.Tests.MustNotCompile;

/// <summary>A way to leak a view, with the ids that the language has for it (they differ between versions), and what to write in its place so that the program compiles.</summary>
internal sealed record LanguageLeak(string Name, string Members, string Leak, string Harmless, params string[] Ids)
{
    public string Source(string text) => $$"""
        #pragma warning disable CS1591 // These programs are not documented.
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using SafeState;

        public sealed record Client(string Name);

        [StateNode]
        public sealed partial class Node
        {
            private readonly List<Node> _children = new();
            private int _count;
        }

        [SharedState]
        public partial class Hub
        {
            private readonly Dictionary<string, Client> _clients = new();
            private readonly List<int> _log = new();
            private readonly Dictionary<string, List<string>> _headers = new();
            private readonly Dictionary<string, Dictionary<int, List<string>>> _deep = new();
            private readonly Node _root = new();
            private int _peak;

        {{Members.Replace("LEAK", text)}}
        }
        """;
}

/// <summary>What the language itself keeps inside a scope. Each program compiles with the harmless text and does not with the leak.</summary>
internal static class LanguageLeakCases
{
    private static readonly string[] Escapes = ["CS8352", "CS8168", "CS8350", "CS8347", "CS8167", "CS8166"];
    private static readonly string[] Captures = ["CS8175"];
    private static readonly string[] Suspensions = ["CS4007", "CS4012", "CS4013", "CS9202", "CS8344", "CS9217"];

    public static readonly IReadOnlyList<LanguageLeak> All =
    [
        new("a view returned", "private MapEditor<string, Client> M()\n{\n    using var state = EnterWrite();\n    LEAK\n}",
            "return state.Clients;", "throw new Exception();", Escapes),
        new("a view in a local returned", "private MapReader<string, Client> M()\n{\n    using var state = EnterRead();\n    var view = state.Clients;\n    LEAK\n}",
            "return view;", "throw new Exception(view.Count.ToString());", Escapes),
        new("a view of a list returned", "private ListEditor<int> M()\n{\n    using var state = EnterWrite();\n    LEAK\n}",
            "return state.Log;", "throw new Exception();", Escapes),
        new("a view in an out parameter", "private void M(out MapEditor<string, Client> kept)\n{\n    using var state = EnterWrite();\n    LEAK\n}",
            "kept = state.Clients;", "kept = default;", Escapes),
        new("a view in a variable outside", "public void M()\n{\n    MapReader<string, Client> kept = default;\n    using (var state = EnterRead())\n    {\n        LEAK\n    }\n    Console.WriteLine(kept.Count);\n}",
            "kept = state.Clients;", "kept = default;", Escapes),
        new("a view in a longer lived ref struct", "private ref struct Keeper\n{\n    public MapEditor<string, Client> View;\n}\nprivate void M(ref Keeper keeper)\n{\n    using var state = EnterWrite();\n    LEAK\n}",
            "keeper.View = state.Clients;", "keeper.View = default;", Escapes),
        new("an enumerator outside", "public void M()\n{\n    MapReader<string, Client> kept = default;\n    var outside = kept.GetEnumerator();\n    using (var state = EnterRead())\n    {\n        LEAK\n    }\n    outside.MoveNext();\n}",
            "outside = state.Clients.GetEnumerator();", "outside = kept.GetEnumerator();", Escapes),
        new("a view captured by a lambda", "public void M()\n{\n    using var state = EnterRead();\n    var view = state.Clients;\n    LEAK\n}",
            "Action later = () => Console.WriteLine(view.Count);", "Console.WriteLine(view.Count);", Captures),
        new("a scope captured by a lambda", "public void M()\n{\n    using var state = EnterRead();\n    LEAK\n}",
            "Action later = () => Console.WriteLine(state.Peak);", "Console.WriteLine(state.Peak);", Captures),
        new("a scope captured by an anonymous method", "public void M()\n{\n    using var state = EnterRead();\n    LEAK\n}",
            "Action later = delegate { Console.WriteLine(state.Peak); };", "Console.WriteLine(state.Peak);", Captures),
        new("a scope captured by a local function", "public void M()\n{\n    using var state = EnterRead();\n    LEAK\n}",
            "Later(); void Later() => Console.WriteLine(state.Peak);", "Console.WriteLine(state.Peak);", Captures),
        new("a scope captured by a query", "public object M(int[] numbers)\n{\n    using var state = EnterRead();\n    LEAK\n}",
            "return System.Linq.Enumerable.Where(numbers, number => number > state.Peak);", "return numbers[state.Peak];", Captures),
        new("a view boxed", "public object M()\n{\n    using var state = EnterRead();\n    LEAK\n}",
            "return (object)state.Clients;", "return state.Clients.Count;", "CS0029", "CS0030"),
        new("a view as an interface", "public void M()\n{\n    using var state = EnterRead();\n    LEAK\n}",
            "IEnumerable<KeyValuePair<string, Client>> view = state.Clients;", "Console.WriteLine(state.Peak);", "CS0029", "CS0266"),
        new("a view in a tuple", "public void M()\n{\n    using var state = EnterRead();\n    LEAK\n}",
            "var pair = (state.Clients, 1);", "Console.WriteLine(state.Peak);", "CS0306", "CS9244"),
        new("a view in an array", "public void M()\n{\n    LEAK\n}",
            "var views = new MapReader<string, Client>[1];", "Console.WriteLine(Peak);", "CS0611"),
        new("a view in a list", "public void M()\n{\n    LEAK\n}",
            "var views = new List<MapReader<string, Client>>();", "Console.WriteLine(Peak);", "CS0306", "CS9244"),
        new("a view in a field", "LEAK",
            "[NotState] private MapReader<string, Client> _view;", "", "CS8345"),
        new("a scope across an await", "public async Task M()\n{\n    LEAK\n}",
            "using var state = EnterWrite(); await Task.Yield(); state.Clients.Clear();", "Clients.Clear(); await Task.Yield();", Suspensions),
        new("a view across an await", "public async Task M()\n{\n    LEAK\n}",
            "using (var state = EnterRead()) { var view = state.Clients; await Task.Yield(); Console.WriteLine(view.Count); }", "await Task.Yield();", Suspensions),
        new("a scope across a yield", "public IEnumerable<int> M()\n{\n    LEAK\n}",
            "using var state = EnterRead(); yield return 1; Console.WriteLine(state.Peak);", "yield return Peak;", Suspensions),
        new("a locked enumeration across an await", "public async Task M()\n{\n    LEAK\n}",
            "foreach (var entry in Clients.Locked()) { await Task.Delay(entry.Key.Length); }", "foreach (var entry in Clients) { await Task.Delay(entry.Key.Length); }", Suspensions),
        new("a locked enumeration across a yield", "public IEnumerable<string> M()\n{\n    LEAK\n}",
            "foreach (var entry in Clients.Locked()) { yield return entry.Key; }", "foreach (var entry in Clients) { yield return entry.Key; }", Suspensions),
        new("a scope in an async lambda", "public Func<Task> M() => async () =>\n{\n    LEAK\n};",
            "using var state = EnterWrite(); await Task.Yield(); state.Clients.Clear();", "Clients.Clear(); await Task.Yield();", Suspensions),
        new("an inner view returned", "private ListEditor<string> M()\n{\n    using var state = EnterWrite();\n    LEAK\n}",
            "return state.Headers[\"a\"];", "throw new Exception();", Escapes),
        new("an inner view in a local returned", "private ListReader<string> M()\n{\n    using var state = EnterRead();\n    var view = state.Deep[\"a\"][1];\n    LEAK\n}",
            "return view;", "throw new Exception(view.Count.ToString());", Escapes),
        new("a generated view returned", "private DeepEditor M()\n{\n    using var state = EnterWrite();\n    LEAK\n}",
            "return state.Deep;", "throw new Exception();", Escapes),
        new("an inner view in a variable outside", "public void M()\n{\n    ListReader<string> kept = default;\n    using (var state = EnterRead())\n    {\n        LEAK\n    }\n    Console.WriteLine(kept.Count);\n}",
            "kept = state.Headers[\"a\"];", "kept = default;", Escapes),
        new("an inner view looked up into a variable outside", "public void M()\n{\n    ListReader<string> kept = default;\n    using (var state = EnterRead())\n    {\n        LEAK\n    }\n    Console.WriteLine(kept.Count);\n}",
            "state.Headers.TryGetValue(\"a\", out kept);", "state.Headers.ContainsKey(\"a\");", Escapes),
        new("an inner view in an out parameter", "private void M(out ListEditor<string> kept)\n{\n    using var state = EnterWrite();\n    LEAK\n}",
            "kept = state.Headers.GetOrAdd(\"a\");", "kept = default;", Escapes),
        new("a view of a loop outside", "public void M()\n{\n    ListReader<string> kept = default;\n    using (var state = EnterRead())\n    {\n        foreach (var (key, values) in state.Headers)\n        {\n            LEAK\n        }\n    }\n    Console.WriteLine(kept.Count);\n}",
            "kept = values;", "Console.WriteLine(values.Count);", Escapes),
        new("a view of a locked loop outside", "public void M()\n{\n    ListReader<string> kept = default;\n    foreach (var (key, values) in Headers.Locked())\n    {\n        LEAK\n    }\n    Console.WriteLine(kept.Count);\n}",
            "kept = values;", "Console.WriteLine(values.Count);", Escapes),
        new("an entry of a locked loop outside", "public void M()\n{\n    HeadersReader.Entry kept = default;\n    foreach (var entry in Headers.Locked())\n    {\n        LEAK\n    }\n    Console.WriteLine(kept.Key);\n}",
            "kept = entry;", "Console.WriteLine(entry.Key);", Escapes),
        new("a view of a locked loop returned", "private ListReader<string> M()\n{\n    foreach (var entry in Headers.Locked())\n    {\n        LEAK\n    }\n    throw new Exception();\n}",
            "return entry.Value;", "throw new Exception(entry.Key);", Escapes),
        new("a view of a node returned", "private Node.Editor M()\n{\n    using var state = EnterWrite();\n    var node = state.Root.Children[0];\n    LEAK\n}",
            "return node;", "throw new Exception(node.Count.ToString());", Escapes),
        new("a view of a node in a variable outside", "public void M()\n{\n    Node.Reader kept = default;\n    using (var state = EnterRead())\n    {\n        LEAK\n    }\n    Console.WriteLine(kept.Count);\n}",
            "kept = state.Root.Children[0];", "kept = default;", Escapes),
        new("changing a node under a read scope", "public void M()\n{\n    using var state = EnterRead();\n    var node = state.Root;\n    LEAK\n}",
            "node.Count = 1;", "Console.WriteLine(node.Count);", "CS0200"),
        new("changing the snapshot of a node", "public void M()\n{\n    LEAK\n}",
            "Root.Snapshot().Count = 1;", "Console.WriteLine(Root.Snapshot().Count);", "CS0200"),
        new("adding to the snapshot of a node", "public void M()\n{\n    LEAK\n}",
            "Root.Snapshot().Children.Add(null!);", "Console.WriteLine(Root.Snapshot().Children.Count);", "CS1061"),
        new("an inner view captured", "public void M()\n{\n    using var state = EnterRead();\n    var view = state.Headers[\"a\"];\n    LEAK\n}",
            "Action later = () => Console.WriteLine(view.Count);", "Console.WriteLine(view.Count);", Captures),
        new("an inner view as a sequence", "public void M()\n{\n    using var state = EnterRead();\n    LEAK\n}",
            "IEnumerable<string> view = state.Headers[\"a\"];", "Console.WriteLine(state.Headers[\"a\"].Count);", "CS0029", "CS0266"),
        new("a generated view in a list", "public void M()\n{\n    LEAK\n}",
            "var views = new List<HeadersReader>();", "Console.WriteLine(Peak);", "CS0306", "CS9244"),
        new("adding to an inner list under a read scope", "public void M()\n{\n    using var state = EnterRead();\n    LEAK\n}",
            "state.Headers[\"a\"].Add(\"b\");", "Console.WriteLine(state.Headers[\"a\"].Count);", "CS1061"),
        new("creating an inner list under a read scope", "public void M()\n{\n    using var state = EnterRead();\n    LEAK\n}",
            "state.Headers.GetOrAdd(\"a\");", "Console.WriteLine(state.Headers.Count);", "CS1061"),
        new("changing what a facade hands out", "public void M()\n{\n    LEAK\n}",
            "Headers[\"a\"].Add(\"b\");", "Headers.AddTo(\"a\", \"b\");", "CS1061"),
        new("changing an inner list in a locked loop", "public void M()\n{\n    foreach (var (key, values) in Headers.Locked())\n    {\n        LEAK\n    }\n}",
            "values.Add(\"b\");", "Console.WriteLine(values.Count);", "CS1061"),
        new("clearing under a read scope", "public void M()\n{\n    using var state = EnterRead();\n    LEAK\n}",
            "state.Clients.Clear();", "Console.WriteLine(state.Peak);", "CS1061"),
        new("setting under a read scope", "public void M()\n{\n    using var state = EnterRead();\n    LEAK\n}",
            "state.Clients.Set(\"a\", new(\"b\"));", "Console.WriteLine(state.Peak);", "CS1061"),
        new("adding to a list under a read scope", "public void M()\n{\n    using var state = EnterRead();\n    LEAK\n}",
            "state.Log.Add(1);", "Console.WriteLine(state.Peak);", "CS1061"),
        new("an indexer under a read scope", "public void M()\n{\n    using var state = EnterRead();\n    var clients = state.Clients;\n    LEAK\n}",
            "clients[\"a\"] = new(\"b\");", "Console.WriteLine(clients[\"a\"]);", "CS0200"),
        new("a scalar under a read scope", "public void M()\n{\n    using var state = EnterRead();\n    LEAK\n}",
            "state.Peak = 1;", "Console.WriteLine(state.Peak);", "CS0200"),
        new("a scalar without a scope", "public void M()\n{\n    LEAK\n}",
            "Peak++;", "Console.WriteLine(Peak);", "CS0200"),
        new("an element set through a scope's property", "public void M()\n{\n    using var state = EnterWrite();\n    LEAK\n}",
            "state.Clients[\"a\"] = new(\"b\");", "state.Clients.Set(\"a\", new(\"b\"));", "CS1612"),
        new("a snapshot that is changed", "public void M()\n{\n    LEAK\n}",
            "Snapshot().Clients[\"a\"] = new(\"b\");", "Console.WriteLine(Snapshot().Clients.Count);", "CS0200"),
        new("a facade that is replaced", "public void M()\n{\n    LEAK\n}",
            "Clients = null!;", "Clients.Clear();", "CS0200"),
        new("a scope from outside, private by default", "}\npublic static class User\n{\n    public static void M(Hub hub)\n    {\n        LEAK\n    }",
            "using var state = hub.EnterWrite();", "hub.Clients.Clear();", "CS0122"),
        new("a field from outside", "}\npublic static class User\n{\n    public static void M(Hub hub)\n    {\n        LEAK\n    }",
            "hub._clients.Clear();", "hub.Clients.Clear();", "CS0122"),
    ];
}

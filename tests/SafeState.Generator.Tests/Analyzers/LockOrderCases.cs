using static SafeState.Generator.Tests.Analyzers.AdviceCase;

namespace SafeState.Generator.Tests.Analyzers;

/// <summary>Holders locked one inside the other: in both orders, in one, and in ways that cannot wait for ever.</summary>
internal static class LockOrderCases
{
    private const string RegistryInHub = "public static class First { public static void M(Hub hub) { using var state = hub.EnterWrite(); using var inner = Registry.EnterWrite(); inner.Total = state.Peak; } }\n";

    public static readonly IReadOnlyList<AdviceCase> Flagged =
    [
        Reversed("two scopes", "using var state = Registry.EnterWrite(); using var inner = {|SAFE104:hub.EnterWrite()|}; inner.Peak = state.Total;"),
        Reversed("two using statements", "using (var state = Registry.EnterWrite()) { using (var inner = {|SAFE104:hub.EnterRead()|}) { state.Total = inner.Peak; } }"),
        Reversed("a facade inside a scope", "using var state = Registry.EnterWrite(); {|SAFE104:hub.Rooms.Add(\"a\")|};"),
        Reversed("a facade's indexer", "using var state = Registry.EnterRead(); Console.WriteLine({|SAFE104:hub.Counts[\"a\"]|});"),
        Reversed("a facade's indexer that is set", "using var state = Registry.EnterRead(); {|SAFE104:hub.Counts[\"a\"]|} = 1;"),
        Reversed("a facade's count", "using var state = Registry.EnterWrite(); state.Total = {|SAFE104:hub.Rooms.Count|};"),
        Reversed("a scalar", "using var state = Registry.EnterWrite(); state.Total = {|SAFE104:hub.Peak|};"),
        Reversed("a snapshot", "using var state = Registry.EnterWrite(); GC.KeepAlive({|SAFE104:hub.Snapshot()|});"),
        Reversed("a loop over a facade", "using var state = Registry.EnterWrite(); {|SAFE104:foreach (var room in hub.Rooms) { }|}"),
        Reversed("a loop under the lock", "using var state = Registry.EnterWrite(); foreach (var room in {|SAFE104:hub.Rooms.Locked()|}) { }"),
        Reversed("inside a loop under the lock", "foreach (var (key, value) in Registry.Entries.Locked()) { {|SAFE104:hub.Rooms.Add(key)|}; }"),
        Reversed("inside a delegate of Update", "Registry.Entries.Update(\"a\", (key, client) => client with { Room = {|SAFE104:hub.Counts[key]|} });"),
        Reversed("inside a predicate of RemoveWhere", "Registry.Entries.RemoveWhere((key, _) => {|SAFE104:hub.Rooms.Contains(key)|});"),
        Reversed("after a timed entry succeeded", "using var state = Registry.TryEnterWrite(TimeSpan.Zero); if (!state.Entered) { return; } {|SAFE104:hub.Rooms.Clear()|};"),
        Reversed("in a branch", "using var state = Registry.EnterWrite(); if (state.Total > 1) { {|SAFE104:hub.Rooms.Clear()|}; }"),
        Reversed("in a lambda that has the scope", "Action act = () => { using var state = Registry.EnterWrite(); {|SAFE104:hub.Rooms.Clear()|}; }; act();"),
        Reversed("through a method", "using var state = Registry.EnterWrite(); {|SAFE104:Leave(hub)|};", "private static void Leave(Hub hub) => hub.Rooms.Clear();"),
        Reversed("through two methods", "using var state = Registry.EnterWrite(); {|SAFE104:Leave(hub)|};", "private static void Leave(Hub hub) => Clear(hub); private static void Clear(Hub hub) => hub.Rooms.Clear();"),
        Reversed("through a local function", "using var state = Registry.EnterWrite(); {|SAFE104:Leave()|}; void Leave() => hub.Rooms.Clear();"),
        Reversed("through a property", "using var state = Registry.EnterWrite(); state.Total = {|SAFE104:new Reader(hub).Rooms|};", "private sealed class Reader(Hub hub) { public int Rooms => hub.Rooms.Count; }"),
        Reversed("through methods that call each other", "using var state = Registry.EnterWrite(); {|SAFE104:Even(hub, 9)|};", "private static void Even(Hub hub, int left) { if (left > 0) Odd(hub, left - 1); } private static void Odd(Hub hub, int left) { hub.Rooms.Clear(); Even(hub, left); }"),
        Beside("the rarer order, whatever stands first", """
            public static class User
            {
                public static void Rare(Hub hub) { using var state = hub.EnterWrite(); {|SAFE104:Registry.Entries.Clear()|}; }
                public static void Usual(Hub hub) { using var state = Registry.EnterWrite(); hub.Rooms.Clear(); }
                public static void UsualToo(Hub hub) { using var state = Registry.EnterWrite(); hub.Log.Clear(); }
            }
            """),
        Beside("a holder inside another's own scope", """
            [SharedState]
            public sealed partial class Room(Hub hub)
            {
                private readonly HashSet<string> _names = new();
                private readonly Hub _hub = hub;

                public void Join(string name) { using var state = EnterWrite(); state.Names.Add(name); _hub.Counts.Set(name, 1); }

                public static void Sweep(Hub hub, Room room) { using var state = hub.EnterWrite(); {|SAFE104:room.Names.Clear()|}; }
            }
            """),
        In("two instances that are given", "using var state = hub.EnterWrite(); using var inner = {|SAFE104:other.EnterWrite()|}; inner.Peak = state.Peak;"),
        In("a facade of a second instance", "using var state = hub.EnterWrite(); {|SAFE104:other.Rooms.Add(id)|};"),
        OfHub("this and another", "public void MoveTo(Hub target) { using var state = EnterWrite(); using var inner = {|SAFE104:target.EnterWrite()|}; inner.Peak = state.Peak; }"),
        OfHub("not the same, but in no order", "public void MoveTo(Hub target) { if (ReferenceEquals(this, target)) { return; } using var state = EnterWrite(); {|SAFE104:target.Rooms.Clear()|}; }"),
    ];

    public static readonly IReadOnlyList<AdviceCase> Clean =
    [
        Beside("one order everywhere", RegistryInHub + RegistryInHub.Replace("First", "Second")),
        Reversed("one after the other", "using (var state = Registry.EnterWrite()) { state.Total = 1; } hub.Rooms.Clear();"),
        Reversed("the inner entry gives up", "using var state = Registry.EnterWrite(); using var inner = hub.TryEnterWrite(TimeSpan.Zero); if (inner.Entered) { inner.Peak = state.Total; }"),
        Reversed("after a timed entry failed", "using var state = Registry.TryEnterWrite(TimeSpan.Zero); if (!state.Entered) { hub.Rooms.Clear(); }"),
        Reversed("what takes no lock", "using var state = Registry.EnterWrite(); Console.WriteLine(hub.Version);"),
        Reversed("a facade that is passed on", "using var state = Registry.EnterWrite(); GC.KeepAlive(hub.Rooms);"),
        Reversed("in a lambda for later", "using var state = Registry.EnterWrite(); Action later = () => hub.Rooms.Clear(); GC.KeepAlive(later);"),
        Reversed("in a task of its own", "using var state = Registry.EnterWrite(); Task.Run(() => hub.Rooms.Clear());"),
        Reversed("in a local function that is not called", "using var state = Registry.EnterWrite(); void Leave() => hub.Rooms.Clear(); GC.KeepAlive((Action)Leave);"),
        Reversed("a holder that nobody else has", "using var state = Registry.EnterWrite(); var mine = new Hub(); mine.Rooms.Add(\"a\");"),
        Reversed("in a loop over a snapshot", "foreach (var (key, client) in Registry.Entries) { hub.Rooms.Add(key); }"),
        Reversed("in a factory of GetOrAdd", "Registry.Entries.GetOrAdd(\"a\", key => new Client(key, hub.Counts[key]));"),
        Reversed("a method that locks nothing", "using var state = Registry.EnterWrite(); Show(hub);", "private static void Show(Hub hub) => Console.WriteLine(hub);"),
        Reversed("a method that could be overridden", "using var state = Registry.EnterWrite(); new Reader().Read(hub);", "private class Reader { public virtual void Read(Hub hub) => hub.Rooms.Clear(); }"),
        Beside("readers that take no lock", """
            [SharedState(Strategy = Strategy.CopyOnWrite, ScopeAccess = ScopeAccess.Public)]
            public sealed partial class Routes
            {
                private readonly Dictionary<string, int> _items = new();
            }

            public static class User
            {
                public static void Write(Hub hub, Routes routes) { using var state = routes.EnterWrite(); hub.Rooms.Clear(); }
                public static void Read(Hub hub, Routes routes) { using var state = hub.EnterWrite(); Console.WriteLine(routes.Items["a"]); using var inner = routes.EnterRead(); foreach (var item in routes.Items) { } }
                public static void Other(Hub hub, Routes routes) { using var state = routes.EnterRead(); hub.Rooms.Clear(); foreach (var item in routes.Items.Locked()) { hub.Rooms.Clear(); } }
            }
            """),
        In("two instances in an order", "if (hub.Version < other.Version) { (hub, other) = (other, hub); } using var state = hub.EnterWrite(); using var inner = other.EnterWrite(); inner.Peak = state.Peak;"),
        In("two instances that were compared", "if (string.CompareOrdinal(hub.ToString(), other.ToString()) > 0) { return; } using var state = hub.EnterWrite(); using var inner = other.EnterWrite(); inner.Peak = state.Peak;"),
        In("two instances, one after the other", "using (var state = hub.EnterWrite()) { state.Peak = 1; } other.Rooms.Clear();"),
        Beside("a parent and its child", """
            public sealed class Tree(Hub parent, Hub child)
            {
                private readonly Hub _parent = parent;
                private readonly Hub _child = child;

                public void Raise() { using var state = _parent.EnterWrite(); using var inner = _child.EnterWrite(); inner.Peak = state.Peak; }
            }
            """),
    ];

    /// <summary>A program that locks the registry inside a hub somewhere twice, and does this.</summary>
    private static AdviceCase Reversed(string name, string statements, string members = "") => Beside(
        "reversed: " + name,
        RegistryInHub + RegistryInHub.Replace("First", "Second") + $$"""
        public static class Third
        {
            public static void M(Hub hub)
            {
        {{statements}}
            }

        {{members}}
        }
        """);
}

using SafeState.Generator.Tests.UsageRules;
using static SafeState.Generator.Tests.UsageRules.Case;

namespace SafeState.Generator.Tests.MustNotCompile;

/// <summary>Scopes that no <c>using</c> local holds, and locked enumerations outside <c>foreach</c>.</summary>
internal static class ScopeEntryCases
{
    public static readonly IReadOnlyList<Case> All =
    [
        InHub("an rvalue", "public void M() => EnterWrite().Clients.Clear(); // SAFE011"),
        InHub("an rvalue of this", "public void M() => this.EnterWrite().Clients.Clear(); // SAFE011"),
        InHub("a discarded scope", "public void M() => EnterWrite(); // SAFE011"),
        InHub("a scope assigned to nothing", "public void M() => _ = EnterWrite(); // SAFE011"),
        InHub("a local without using", "public void M()\n{\n    var state = EnterRead(); // SAFE011\n    Console.WriteLine(state.Peak);\n}"),
        InHub("a local closed by hand", "public void M()\n{\n    var state = EnterRead(); // SAFE011\n    try { }\n    finally { state.Dispose(); }\n}"),
        InHub("a using statement without local", "public void M()\n{\n    using (EnterWrite()) // SAFE011\n    {\n    }\n}"),
        InHub("a using statement over an older local", "public void M()\n{\n    var state = EnterWrite(); // SAFE011\n    using (state)\n    {\n    }\n}"),
        InHub("a scope in parentheses", "public void M()\n{\n    using var state = (EnterWrite()); // SAFE011\n}"),
        InHub("a choice between scopes", "public void M(Hub other, bool flag)\n{\n    using var state = flag ? EnterWrite() : other.EnterWrite(); // SAFE011 SAFE011\n}"),
        InHub("a scope through a helper", "public void M() => Console.WriteLine(Peek(EnterRead())); // SAFE011 CS1503\nprivate static int Peek(object value) => 0;"),
        InHub("a property of a new scope", "public int M() => EnterRead().Peak; // SAFE011"),
        InHub("the result of a timed entry, asked at once", "public bool M() => TryEnterWrite(TimeSpan.Zero).Entered; // SAFE011"),
        InHub("a timed read entry without using", "public void M()\n{\n    var state = TryEnterRead(TimeSpan.Zero); // SAFE011\n}"),
        InHub("a lambda that returns a scope", "public delegate int Getter();\npublic Getter M() => () => EnterRead().Peak; // SAFE011"),
        InHub("a scope as the condition of a loop", "public void M()\n{\n    while (EnterRead().Peak > 0) // SAFE011\n    {\n    }\n}"),
        InHub("a scope per element", "public IEnumerable<int> M(Hub[] hubs) => hubs.Select(hub => hub.EnterRead().Peak); // SAFE011"),
        InHub("a scope in a field initialiser", "[NotState] private static readonly Func<Hub, int> Read = hub => hub.EnterRead().Peak; // SAFE011"),
        InHub("a method group", "public void M()\n{\n    var enter = EnterWrite; // SAFE011\n}"),
        InHub("an escaped name of an entry", "public void M() => Enter\\u0057rite().Clients.Clear(); // SAFE011"),
        InHub("a verbatim name of an entry", "public void M() => @EnterWrite().Clients.Clear(); // SAFE011"),
        InHub("a conditional entry", "public void M(Hub? other) => other?.EnterWrite(); // SAFE011"),
        InRegistry("a scope of a static holder", "public static void M() => EnterWrite().Clients.Clear(); // SAFE011"),
        InRegistry("a scope of a static holder by its name", "public static int M() => Registry.EnterRead().Peak; // SAFE011"),
        WithHub("an rvalue in another class", "hub.EnterWrite().Clients.Clear(); // SAFE011"),
        WithHub("a local without using in another class", "var state = hub.EnterWrite(); // SAFE011\nstate.Peak = 3;"),
        WithHub("a local function that leaks", "Leak();\nvoid Leak() => hub.EnterWrite(); // SAFE011"),
        BesideHub("a scope of a derived class", """
            public class Derived : Hub
            {
                public int M() => EnterRead().Peak; // SAFE011
                public int N(Derived other) => other.EnterRead().Peak; // SAFE011
            }
            """),
        BesideHub("a scope of a constrained type parameter", """
            public static class User
            {
                public static int M<T>(T hub) where T : Hub => hub.EnterRead().Peak; // SAFE011
            }
            """),
        BesideHub("a scope of an element", """
            public static class User
            {
                public static int M(List<Hub> hubs) => hubs[0].EnterRead().Peak; // SAFE011
            }
            """),
        BesideHub("a scope imported by using static", """
            [SharedState(ScopeAccess = ScopeAccess.Public)]
            public static partial class Globals
            {
                private static int s_count;
            }

            public static class User
            {
                public static int M() => EnterRead().Count; // SAFE011
            }
            """).WithUsing("using static Globals;"),
        WithHub("a locked enumeration kept in a variable", "var locked = hub.Clients.Locked(); // SAFE011\nforeach (var entry in locked)\n{\n}"),
        WithHub("a locked enumeration with a lifetime of its own", "foreach (var entry in hub.Clients.Locked(0)) // SAFE011 CS1501\n{\n}"),
        WithHub("a locked enumeration by hand", "var enumerator = hub.Clients.Locked().GetEnumerator(); // SAFE011\nenumerator.MoveNext();"),
        WithHub("a locked enumeration of a facade in a variable", "var clients = hub.Clients;\nvar locked = clients.Locked(); // SAFE011"),
        WithHub("a locked enumeration in parentheses", "foreach (var entry in (hub.Clients.Locked())) // SAFE011\n{\n}"),
        InHub("a locked enumeration of one's own facade", "public void M()\n{\n    var locked = Clients.Locked(); // SAFE011\n}"),
    ];
}

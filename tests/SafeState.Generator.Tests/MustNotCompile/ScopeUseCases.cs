using SafeState.Generator.Tests.UsageRules;
using static SafeState.Generator.Tests.UsageRules.Case;

namespace SafeState.Generator.Tests.MustNotCompile;

/// <summary>What may not be done with the local or the parameter that holds a scope.</summary>
internal static class ScopeUseCases
{
    public static readonly IReadOnlyList<Case> All =
    [
        InScope("a copy", "var copy = state; // SAFE011"),
        InScope("a copy in a using", "using var copy = state; // SAFE011"),
        InScope("a copy that is closed, and the stale rest", "var copy = state; // SAFE011\ncopy.Dispose();\nstate.Clients.Clear();"),
        InScope("a reassignment", "state = other.EnterWrite(); // SAFE011 SAFE011 CS1656"),
        InScope("a discard", "_ = state; // SAFE011"),
        InScope("closing by hand", "state.Dispose(); // SAFE011"),
        InScope("closing by hand, later", "Action close = state.Dispose; // SAFE011 CS0123"),
        InScope("a using statement over the local", "using (state) // SAFE011\n{\n}"),
        InScope("a ref local", "ref readonly var copy = ref state; // SAFE011"),
        InScope("a with expression", "var copy = state with { }; // SAFE011"),
        InScope("an is pattern", "var open = state is { Entered: true }; // SAFE011"),
        InScope("a switch", "var open = state switch { { Entered: true } => 1, _ => 2 }; // SAFE011"),
        InScope("a conditional", "var copy = hub == other ? state : state; // SAFE011 SAFE011"),
        InScope("parentheses", "(state).Clients.Clear(); // SAFE011"),
        InScope("a capture in a lambda", "Action later = () => state.Clients.Clear(); // CS8175"),
        InScope("an argument by value", "Take(state); // SAFE011 CS1503\nstatic void Take(object value) { }"),
        InScope("an argument by ref", "Take(ref state); // SAFE011 CS1657\nstatic void Take<T>(ref T value) where T : allows ref struct { }") with { Language = 13 },
        InScope("a generic argument that could copy it", "Take(in state); // SAFE011\nstatic void Take<T>(in T value) where T : allows ref struct { }") with { Language = 13 },
        InScope("an argument without in", "Take(state); // SAFE011\nstatic void Take(in Hub.WriteScope value) => value.Clients.Clear();"),
        InScope("a copy through an in parameter", "Take(in state);\nstatic void Take(in Hub.WriteScope value)\n{\n    var copy = value; // SAFE011\n}"),
        BesideHub("a copy of an indexer's parameter", "public sealed class User\n{\n    public int this[in Hub.WriteScope state]\n    {\n        get\n        {\n            var copy = state; // SAFE011\n            return copy.Peak;\n        }\n    }\n}"),
        InScope("closing a parameter", "Take(in state);\nstatic void Take(in Hub.WriteScope value) => value.Dispose(); // SAFE011"),
        InScope("passing a parameter on by value", "Take(in state);\nstatic void Take(in Hub.WriteScope value) => Next(value); // SAFE011\nstatic void Next(in Hub.WriteScope value) => value.Clients.Clear();"),
        InScope("a parameter of a lambda without type", "Taker take = (in scope) =>\n{\n    var copy = scope; // SAFE011\n};\ntake(in state);\n}\npublic delegate void Taker(in Hub.WriteScope scope);\nprivate static void Rest()\n{") with { Language = 14 },
        WithHub("a copy in a using statement", "using (var state = hub.EnterWrite())\n{\n    var copy = state; // SAFE011\n}"),
        WithHub("a copy of a timed scope", "using var state = hub.TryEnterRead(TimeSpan.Zero);\nvar copy = state; // SAFE011"),
        WithHub("a copy in a second using", "using var state = hub.EnterWrite();\nusing var second = Same(state); // SAFE011 CS1503 CS1674\nstatic int Same(object value) => 0;"),
        InHub("a copy of one's own scope", "public void M()\n{\n    using var state = EnterWrite();\n    var copy = state; // SAFE011\n}"),
        InHub("a copy in a nested block", "public void M()\n{\n    using var state = EnterWrite();\n    if (state.Peak > 1)\n    {\n        for (var copy = state; ; ) // SAFE011\n        {\n            break;\n        }\n    }\n}"),
        InHub("a copy in a switch section", "public void M(int choice)\n{\n    switch (choice)\n    {\n        case 1:\n            using (var state = EnterWrite())\n            {\n                var copy = state; // SAFE011\n            }\n            break;\n    }\n}"),
        new("a copy among top-level statements", Usings + """
            var hub = new Hub();
            using var state = hub.EnterWrite();
            var copy = state; // SAFE011

            [SharedState(ScopeAccess = ScopeAccess.Public)]
            public partial class Hub
            {
                private int _peak;
            }
            """) { IsProgram = true },
        BesideHub("a copy by an extension method of every type", """
            public static class Extensions
            {
                public static T Copy<T>(this T value) where T : allows ref struct => value;

                public static void M(Hub hub)
                {
                    using var state = hub.EnterRead();
                    var copy = state.Copy(); // SAFE011
                    copy.Dispose();
                }
            }
            """) with { Language = 13 },
        BesideHub("a copy by an extension property of every type", """
            public static class Extensions
            {
                extension<T>(T value) where T : allows ref struct
                {
                    public T Self => value;
                }

                public static void M(Hub hub)
                {
                    using var state = hub.EnterRead();
                    var copy = state.Self; // SAFE011
                    copy.Dispose();
                }
            }
            """) with { Language = 14 },
    ];

    private static Case InScope(string name, string statements) =>
        WithHub(name, "using var state = hub.EnterWrite();\n" + statements);
}

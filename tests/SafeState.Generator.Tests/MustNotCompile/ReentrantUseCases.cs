using SafeState.Generator.Tests.UsageRules;
using static SafeState.Generator.Tests.UsageRules.Case;

namespace SafeState.Generator.Tests.MustNotCompile;

/// <summary>A holder's own locking members inside its own scopes.</summary>
internal static class ReentrantUseCases
{
    public static readonly IReadOnlyList<Case> All =
    [
        InScope("a facade", "Clients.Clear(); // SAFE012"),
        InScope("a facade of this", "this.Clients.Clear(); // SAFE012"),
        InScope("a facade's indexer", "Clients[\"a\"] = new(\"b\"); // SAFE012"),
        InScope("a facade's count", "state.Peak = Clients.Count; // SAFE012"),
        InScope("a facade as the source of a loop", "foreach (var room in Rooms) // SAFE012\n{\n}"),
        InScope("a locked enumeration", "foreach (var room in Rooms.Locked()) // SAFE012\n{\n}"),
        InScope("a facade in a query", "var rooms = from room in Rooms select room; // SAFE012"),
        InScope("a facade in a spread", "string[] rooms = [.. Rooms]; // SAFE012"),
        InScope("a scalar", "state.Clients.Clear();\nConsole.WriteLine(Peak); // SAFE012"),
        InScope("a scalar of this", "Console.WriteLine(this.Peak); // SAFE012"),
        InScope("a snapshot", "Snapshot(); // SAFE012"),
        InScope("a second scope", "using var again = EnterRead(); // SAFE012"),
        InScope("a second scope of this", "using var again = this.EnterWrite(); // SAFE012"),
        InScope("a second timed scope", "using var again = TryEnterWrite(TimeSpan.Zero); // SAFE012"),
        InScope("in a nested block", "if (state.Peak > 1)\n{\n    while (state.Peak > 2)\n    {\n        Clients.Clear(); // SAFE012\n    }\n}"),
        InScope("in a catch", "try\n{\n    state.Clients.Clear();\n}\ncatch\n{\n    Clients.Clear(); // SAFE012\n}"),
        InHub("in a using statement", "public void M()\n{\n    using (var state = EnterRead())\n    {\n        Clients.Clear(); // SAFE012\n    }\n    Clients.Clear();\n}"),
        InHub("in a using statement without block", "public void M()\n{\n    using (var state = EnterRead())\n        Clients.Clear(); // SAFE012\n}"),
        InHub("after a timed scope was asked", "public void M()\n{\n    using var state = TryEnterWrite(TimeSpan.Zero);\n    if (!state.Entered)\n    {\n        return;\n    }\n    Clients.Clear(); // SAFE012\n}"),
        InHub("in the branch of a timed scope that was entered", "public void M()\n{\n    using var state = TryEnterRead(TimeSpan.Zero);\n    if (state.Entered)\n    {\n        Clients.Clear(); // SAFE012\n    }\n}"),
        InHub("in a scope inside a lambda", "public Action M() => () =>\n{\n    using var state = EnterWrite();\n    Clients.Clear(); // SAFE012\n};"),
        InHub("in a scope of a switch section", "public void M(int choice)\n{\n    switch (choice)\n    {\n        case 1:\n        {\n            using var state = EnterWrite();\n            Clients.Clear(); // SAFE012\n            break;\n        }\n    }\n}"),
        InRegistry("in a static holder", "public static void M()\n{\n    using var state = EnterWrite();\n    Clients.Clear(); // SAFE012\n}"),
        InRegistry("in a static holder by its name", "public static void M()\n{\n    using var state = Registry.EnterWrite();\n    Registry.Clients.Clear(); // SAFE012\n}"),
        new("freezing inside a scope", Usings + """
            [SharedState(Strategy = Strategy.FreezeOnce)]
            public partial class Routes
            {
                private readonly List<int> _items = new();
                public void M()
                {
                    using var state = EnterWrite();
                    Freeze(); // SAFE012
                }
            }
            """),
        new("a property named like its type", Usings + """
            public sealed record Colour(int Code);

            [SharedState]
            public partial class Paint
            {
                private Colour _colour = new(1);
                public int M()
                {
                    using var state = EnterRead();
                    return Colour.Code; // SAFE012
                }
            }
            """),
        new("each strategy's own members", Usings + string.Concat(Enum.GetNames<Model.Strategy>().Select(strategy => $$"""
            [SharedState(Strategy = Strategy.{{strategy}})]
            public partial class By{{strategy}}
            {
                private readonly List<int> _items = new();
                public void M()
                {
                    using var state = EnterWrite();
                    Items.Add(1); // SAFE012
                }
            }

            """))),
    ];

    private static Case InScope(string name, string statements) =>
        InHub("inside a scope, " + name, $"public void M()\n{{\n    using var state = EnterWrite();\n{statements}\n}}");
}

using SafeState.Generator.Tests.UsageRules;
using static SafeState.Generator.Tests.UsageRules.Case;

namespace SafeState.Generator.Tests.MustNotCompile;

/// <summary>What a constructor may not do: anything but assign its own fields, before anybody knows the instance.</summary>
internal static class ConstructorCases
{
    public static readonly IReadOnlyList<Case> All =
    [
        InHub("a constructor that reads", "public Hub() => Console.WriteLine(_peak); // SAFE001"),
        InHub("a constructor that fills", "public Hub() => _clients.Add(\"a\", new(\"b\")); // SAFE001"),
        InHub("a constructor that increments", "public Hub() => _peak++; // SAFE001"),
        InHub("a constructor that assigns twice in one statement", "public Hub() => _last = _last = new(\"a\"); // SAFE001"),
        InHub("a constructor that assigns by parts", "public Hub() => (_peak, _last) = (1, new(\"a\")); // SAFE001 SAFE001"),
        InHub("a constructor that assigns in an argument", "public Hub() => Console.WriteLine(_peak = 1); // SAFE001"),
        InHub("a constructor that assigns from another state field", "public Hub() => _pair = (_peak, 2); // SAFE001"),
        InHub("a constructor that assigns to another instance", "public Hub(Hub other) => other._peak = 1; // SAFE001"),
        InHub("a constructor that assigns in an initialiser", "public Hub(int peak)\n{\n    _ = new Hub(1) { _peak = peak }; // SAFE001\n}"),
        InHub("a constructor that assigns in a lambda", "public Hub()\n{\n    Action later = () => _peak = 1; // SAFE001\n    later();\n}"),
        InHub("a constructor that assigns in a local function", "public Hub()\n{\n    Later();\n    void Later() => _peak = 1; // SAFE001\n}"),
        InHub("a constructor that assigns after using a facade", "public Hub()\n{\n    Clients.Set(\"a\", new(\"b\"));\n    _log = new(); // SAFE001\n}"),
        InHub("a constructor that assigns after using a facade of this", "public Hub()\n{\n    this.Clients.Set(\"a\", new(\"b\"));\n    _log = new(); // SAFE001\n}"),
        InHub("a constructor that assigns after a scope", "public Hub()\n{\n    using (var state = EnterWrite())\n    {\n        state.Peak = 1;\n    }\n    _peak = 2; // SAFE001\n}"),
        InHub("a constructor that assigns after a snapshot", "public Hub()\n{\n    Snapshot();\n    _peak = 2; // SAFE001\n}"),
        InHub("a constructor that assigns after handing out this", "public static void Take(object hub) { }\npublic Hub()\n{\n    Take(this);\n    _peak = 2; // SAFE001\n}"),
        InHub("a constructor that assigns what it computes from this", "public static int Take(object hub) => 1;\npublic Hub()\n{\n    _peak = Take(this); // SAFE001\n}"),
        InHub("a constructor that assigns after calling a method of its own", "private void Fill() => Clients.Clear();\npublic Hub()\n{\n    Fill();\n    _log = new(); // SAFE001\n}"),
        InHub("a constructor that assigns after capturing a method of its own", "private void Tick(object? state) => Clients.Clear();\npublic Hub()\n{\n    GC.KeepAlive(new Timer(Tick));\n    _log = new(); // SAFE001\n}"),
        InHub("a constructor that assigns after a property with code", "private int Size => Clients.Count;\npublic Hub()\n{\n    Console.WriteLine(Size);\n    _log = new(); // SAFE001\n}"),
        InHub("a constructor that assigns in a loop with a use further down", "public Hub()\n{\n    for (var i = 0; i < 2; i++)\n    {\n        _peak = i; // SAFE001\n        Clients.Clear();\n    }\n}"),
        InHub("a constructor that jumps back", "public Hub(bool again)\n{\n    start:\n    _peak = 1; // SAFE001\n    Clients.Clear();\n    if (again)\n    {\n        again = false;\n        goto start;\n    }\n}"),
        InHub("a constructor with a local function above that uses the holder", "public Hub()\n{\n    Fill();\n    _log = new(); // SAFE001\n    void Fill() => Clients.Clear();\n}"),
        InHub("a constructor that assigns after another that used the holder", "public Hub() => Clients.Clear();\npublic Hub(int peak) : this() => _peak = peak; // SAFE001"),
        InHub("a constructor of a nested class", "public class Inner\n{\n    public Inner(Hub hub) => hub._peak = 1; // SAFE001\n}"),
        InRegistry("a static constructor that fills", "static Registry() => s_clients.Add(\"a\", new(\"b\")); // SAFE001"),
        InRegistry("a static constructor that assigns after using a facade", "static Registry()\n{\n    Clients.Clear();\n    s_peak = 1; // SAFE001\n}"),
        InRegistry("a static constructor that assigns after a method of its own", "private static void Fill() => Clients.Clear();\nstatic Registry()\n{\n    Fill();\n    s_peak = 1; // SAFE001\n}"),
        InRegistry("an instance constructor of a nested class", "public class Inner\n{\n    public Inner() => s_peak = 1; // SAFE001\n}"),
        InHub("a constructor that assigns after an extension method on this", "public Hub()\n{\n    this.Fill();\n    _log = new(); // SAFE001\n}\n}\npublic static class Extensions\n{\n    public static void Fill(this Hub hub) => hub.Log.Add(1);"),
        InHub("a constructor that assigns after an extension property of this", "public Hub()\n{\n    _ = this.Filled;\n    _log = new(); // SAFE001\n}\n}\npublic static class Extensions\n{\n    extension(Hub hub)\n    {\n        public bool Filled => hub.Log.Contains(1);\n    }") with { Language = 14 },
    ];
}

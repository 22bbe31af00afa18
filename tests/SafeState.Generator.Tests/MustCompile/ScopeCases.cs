using SafeState.Generator.Tests.UsageRules;
using static SafeState.Generator.Tests.UsageRules.Case;

namespace SafeState.Generator.Tests.MustCompile;

/// <summary>Scopes as they are meant to be used.</summary>
internal static class ScopeCases
{
    public static readonly IReadOnlyList<Case> All =
    [
        InHub("a using local", "public void M()\n{\n    using var state = EnterWrite();\n    state.Clients.Set(\"a\", new(\"b\"));\n    state.Peak = Math.Max(state.Peak, state.Clients.Count);\n    state.Peak++;\n    state.Peak += 2;\n}"),
        InHub("a using statement", "public int M()\n{\n    using (var state = EnterRead())\n    {\n        return state.Peak;\n    }\n}"),
        InHub("a scope of this", "public int M()\n{\n    using var state = this.EnterRead();\n    return state.Clients.Count;\n}"),
        InHub("two scopes one after the other", "public void M()\n{\n    using (var state = EnterWrite())\n    {\n        state.Clients.Clear();\n    }\n    using (var state = EnterRead())\n    {\n        Console.WriteLine(state.Peak);\n    }\n    Clients.Clear();\n}"),
        InHub("a timed scope", "public bool M()\n{\n    using var state = TryEnterWrite(TimeSpan.FromSeconds(1));\n    if (!state.Entered)\n    {\n        return false;\n    }\n    state.Peak = 1;\n    return true;\n}"),
        InHub("a timed scope that falls back when it was not entered", "public int M()\n{\n    using var state = TryEnterRead(TimeSpan.Zero);\n    if (!state.Entered)\n    {\n        return Snapshot().Peak;\n    }\n    return state.Peak;\n}"),
        InHub("a timed scope that falls back in an else", "public int M()\n{\n    using var state = TryEnterRead(TimeSpan.Zero);\n    if (state.Entered)\n    {\n        return state.Peak;\n    }\n    else\n    {\n        return Clients.Count;\n    }\n}"),
        InHub("views in locals", "public void M()\n{\n    using var state = EnterWrite();\n    var clients = state.Clients;\n    clients[\"a\"] = new(\"b\");\n    if (clients.TryGetValue(\"a\", out var client))\n    {\n        clients.Set(client.Name, client);\n    }\n}"),
        InHub("a loop over a view", "public int M()\n{\n    var count = 0;\n    using var state = EnterRead();\n    foreach (var (name, client) in state.Clients)\n    {\n        count += name.Length + client.Name.Length;\n    }\n    return count;\n}"),
        InHub("an in parameter", "public void M()\n{\n    using var state = EnterWrite();\n    Raise(in state);\n}\nprivate static void Raise(in WriteScope state)\n{\n    state.Clients.Clear();\n    state.Peak++;\n}"),
        InHub("an in parameter passed on", "public int M()\n{\n    using var state = EnterRead();\n    return First(in state);\n}\nprivate static int First(in ReadScope state) => Second(in state) + state.Peak;\nprivate static int Second(in ReadScope state) => state.Clients.Count;"),
        InHub("an in parameter of a local function", "public int M()\n{\n    using var state = EnterRead();\n    return Count(in state);\n    static int Count(in ReadScope state) => state.Clients.Count;\n}"),
        InHub("an in parameter of a delegate", "private delegate int Reader(in ReadScope state);\npublic int M()\n{\n    Reader read = (in ReadScope state) => state.Peak;\n    using var state = EnterRead();\n    return read(in state);\n}"),
        InHub("a scoped in parameter", "private static int Count(scoped in ReadScope state) => state.Clients.Count;\npublic int M()\n{\n    using var state = EnterRead();\n    return Count(in state);\n}"),
        InHub("a lambda made inside a scope and run outside", "public Action M()\n{\n    using var state = EnterRead();\n    return () => Clients.Clear();\n}"),
        InHub("a local function that is declared below a scope", "public void M()\n{\n    using (var state = EnterWrite())\n    {\n        state.Clients.Clear();\n    }\n    Later();\n    void Later() => Clients.Clear();\n}"),
        InHub("members that take no lock inside a scope", "public long M()\n{\n    using var state = EnterRead();\n    return Version + nameof(Clients).Length + nameof(Snapshot).Length;\n}"),
        InHub("a facade passed on inside a scope", "public object M()\n{\n    using var state = EnterRead();\n    return Clients;\n}"),
        InHub("another instance inside a scope", "public void M(Hub other)\n{\n    using var state = EnterWrite();\n    other.Clients.Clear();\n}"),
        InHub("the name of an entry", "public string M() => nameof(EnterWrite) + nameof(this.EnterRead);"),
        InHub("a scope in a lambda", "public Action M() => () =>\n{\n    using var state = EnterWrite();\n    state.Clients.Clear();\n};"),
        InHub("a scope in an async method, between awaits", "public async Task M()\n{\n    await Task.Yield();\n    Change();\n    await Task.Yield();\n    void Change()\n    {\n        using var state = EnterWrite();\n        state.Peak = 1;\n    }\n}"),
        InRegistry("a scope of a static holder", "public static void M()\n{\n    using var state = EnterWrite();\n    state.Clients.Clear();\n    state.Peak = 1;\n}"),
        InRegistry("a scope of a static holder by its name", "public static int M()\n{\n    using var state = Registry.EnterRead();\n    return state.Peak;\n}"),
        WithHub("a scope in another class", "using var state = hub.EnterWrite();\nstate.Clients.Set(\"a\", new(\"b\"));\nstate.Peak = 1;"),
        WithHub("two holders' scopes", "using var state = hub.EnterRead();\nusing var second = other.EnterWrite();\nsecond.Peak = state.Peak;"),
        WithHub("a facade of another holder inside a scope", "using var state = hub.EnterRead();\nother.Clients.Clear();"),
        BesideHub("an in parameter in another class", """
            public static class User
            {
                public static void Reset(in Hub.WriteScope state) => state.Clients.Clear();

                public static int Count(this in Hub.ReadScope state) => state.Clients.Count;

                public static int M(Hub hub)
                {
                    using (var state = hub.EnterWrite())
                    {
                        Reset(in state);
                    }

                    using var reading = hub.EnterRead();
                    return reading.Count();
                }
            }
            """),
        BesideHub("a scope of a derived class", """
            public class Derived : Hub
            {
                public int M(Derived other)
                {
                    using var state = other.EnterRead();
                    return state.Peak;
                }
            }
            """),
        new("a scope among top-level statements", Usings + """
            var hub = new Hub();
            using var state = hub.EnterWrite();
            state.Peak = 1;

            [SharedState(ScopeAccess = ScopeAccess.Public)]
            internal partial class Hub
            {
                private int _peak;
            }
            """) { IsProgram = true },
    ];
}

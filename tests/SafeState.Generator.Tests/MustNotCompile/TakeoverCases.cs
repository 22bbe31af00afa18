using SafeState.Generator.Tests.UsageRules;
using static SafeState.Generator.Tests.UsageRules.Case;

namespace SafeState.Generator.Tests.MustNotCompile;

/// <summary>Names that mean something harmless until the holder's members are generated, and one of these afterwards.</summary>
internal static class TakeoverCases
{
    public static readonly IReadOnlyList<Case> All =
    [
        BesideHub("an extension method that is called like an entry", """
            public static class User
            {
                public static int EnterWrite(this Hub hub) => 1;
                public static void M(Hub hub) => hub.EnterWrite().Clients.Clear(); // SAFE011
            }
            """),
        new("a method of the class around it that is called like an entry", Usings + """
            public static partial class Outer
            {
                private static int EnterWrite() => 1;

                [SharedState]
                public partial class Hub
                {
                    private readonly List<int> _log = new();
                    public void M() => EnterWrite().Log.Clear(); // SAFE011
                }
            }
            """),
        new Case("an imported method that is called like an entry", Usings + """
            public static class Doors
            {
                public static int EnterWrite() => 1;
            }

            [SharedState]
            public partial class Hub
            {
                private readonly List<int> _log = new();
                public void M() => EnterWrite().Log.Clear(); // SAFE011
            }
            """).WithUsing("using static Doors;"),
        new("the parameter of a primary constructor that is called like an entry", Usings + """
            [SharedState]
            public partial class Hub(Func<int> EnterWrite)
            {
                private readonly int _start = EnterWrite();
                private readonly List<int> _log = new();
                public void M() => EnterWrite().Log.Clear(); // SAFE011
            }
            """),
        new("a class that is called like a scope", Usings + """
            public sealed class WriteScope;

            [SharedState]
            public partial class Hub
            {
                private readonly List<int> _log = new();
                private static WriteScope Copy(in WriteScope state) => state; // SAFE011 SAFE011
            }
            """),
        BesideHub("a class that is called like a scope, in a derived class", """
            public sealed class WriteScope;

            public sealed class Derived : Hub
            {
                public static WriteScope Copy(in WriteScope state) => state; // SAFE011 SAFE011
            }
            """),
        new("a class that is called like a property, which leads to another instance's field", Usings + """
            public static class Other
            {
                public static readonly List<int> _log = new();
            }

            [SharedState]
            public partial class Hub
            {
                private readonly List<int> _log = new();
                private Hub? _other;
                public void M() => Other!._log.Clear(); // SAFE007
            }
            """),
        new("an extension property that is called like a generated one", Usings + """
            public sealed class Door
            {
                public readonly List<int> _log = new();
            }

            public static class Extensions
            {
                extension(Hub hub)
                {
                    public Door Other => new();
                }
            }

            [SharedState]
            public partial class Hub
            {
                private readonly List<int> _log = new();
                private Hub? _other;
                public void M() => this.Other!._log.Clear(); // SAFE007
            }
            """) { Language = 14 },
        new("a class that is called like a facade's property, and can be locked", Usings + """
            public static class Log
            {
                public static int Locked() => 1;
            }

            [SharedState]
            public partial class Hub
            {
                private readonly List<int> _log = new();
                public object M()
                {
                    var locked = Log.Locked(); // SAFE007 SAFE011
                    return locked.GetEnumerator().Current;
                }
            }
            """),
        InDisposableHub("what a local function gives that is called like an entry", """
            public void M()
            {
                Hub EnterWrite() => this;
                using var state = EnterWrite();
                state.Other()._log.Clear(); // SAFE007
            }
            """),
        InDisposableHub("what a parameter gives that is called like an entry", """
            public void M(Func<Hub> EnterWrite)
            {
                using var state = EnterWrite();
                state.Other()._log.Clear(); // SAFE007
            }
            """),
        InDisposableHub("what a local gives that is called like an entry", """
            public void M(Hub hub)
            {
                Func<Hub> EnterRead = () => hub;
                using (var state = EnterRead())
                {
                    state.Other()._log.Clear(); // SAFE007
                }
            }
            """),
        new("a class that is called like a property and has no such member", Usings + """
            public static class Other;

            [SharedState]
            public partial class Hub
            {
                private readonly List<int> _log = new();
                private Hub? _other;
                public void M() => Other!._log.Clear(); // SAFE001
                public void N() => (Other)?._log.Clear(); // SAFE001
                public void O() => Other!.EnterWrite().Log.Clear(); // SAFE011
            }
            """),
    ];

    /// <summary>Members of a holder that can stand in a 'using' itself, with an extension that the property of a delegate takes the place of.</summary>
    private static Case InDisposableHub(string name, string members) => new(name, $$"""
        {{Usings}}
        public sealed class Door
        {
            public readonly List<int> _log = new();
        }

        public static class Extensions
        {
            public static Door Other(this Hub hub) => new();
        }

        [SharedState]
        public partial class Hub : IDisposable
        {
            private readonly List<int> _log = new();
            private Func<Hub>? _other;
            public void Dispose() { }

        {{members}}
        }
        """);
}

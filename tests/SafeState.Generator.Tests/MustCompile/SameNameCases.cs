using SafeState.Generator.Tests.UsageRules;
using static SafeState.Generator.Tests.UsageRules.Case;

namespace SafeState.Generator.Tests.MustCompile;

/// <summary>Things that are named like a state field, a scope or a generated member, and are something else.</summary>
internal static class SameNameCases
{
    public static readonly IReadOnlyList<Case> All =
    [
        InHub("a local", "public int M()\n{\n    var _peak = 3;\n    _peak++;\n    return _peak;\n}"),
        InHub("a parameter", "public int M(int _peak) => _peak + 1;"),
        InHub("a parameter of a lambda", "public Func<int, int> M() => _peak => _peak + 1;"),
        InHub("a range variable", "public object M(int[] numbers) => from _peak in numbers where _peak > 1 select _peak;"),
        InHub("a named argument", "private static int Twice(int _peak) => _peak * 2;\npublic int M() => Twice(_peak: 3);"),
        InHub("a tuple element", "public int M()\n{\n    var pair = (_peak: 1, other: 2);\n    return pair._peak;\n}"),
        InHub("a property of an anonymous object", "public object M()\n{\n    var thing = new { _peak = 1 };\n    return thing._peak;\n}"),
        InHub("a label", "public int M()\n{\n    goto _peak;\n    _peak:\n    return 1;\n}"),
        InHub("a member of another class", "public int M(Other other) => other._peak;\n}\npublic class Other\n{\n    public int _peak;"),
        InHub("a member of another class in an initialiser", "public Other M() => new() { _peak = 1 };\n}\npublic class Other\n{\n    public int _peak;"),
        InHub("a member of another class in a pattern", "public bool M(Other other) => other is { _peak: 1 };\n}\npublic class Other\n{\n    public int _peak;"),
        InHub("a field of a nested class", "private sealed class Inner\n{\n    private int _peak;\n    public int M() => ++_peak;\n}\npublic int N() => new Inner().M();"),
        InHub("a field of a nested holder", "[SharedState]\npublic partial class Inner\n{\n    private int _peak;\n    public int M() => Peak;\n}"),
        InHub("a type parameter", "public T M<T>(T value) => value;\npublic int N<_peak>() => 1;"),
        InHub("a local named like a facade inside a scope", "public int M()\n{\n    using var state = EnterRead();\n    var Clients = new List<int>();\n    return Clients.Count;\n}"),
        InHub("a parameter named like a scalar inside a scope", "public int M(int Peak)\n{\n    using var state = EnterRead();\n    return Peak;\n}"),
        InHub("a member of something else inside a scope", "public int M(Hub[] hubs)\n{\n    using var state = EnterRead();\n    return new Other { Peak = 1 }.Peak;\n}\n}\npublic class Other\n{\n    public int Peak;"),
        InHub("a static member of a type named like a facade", "public int M()\n{\n    using var state = EnterRead();\n    return Colour.Parse();\n}\nprivate Colour _colour = new();\n}\npublic sealed record Colour\n{\n    public static int Parse() => 1;"),
        new("scopes and entries of somebody else", Usings + """
            public sealed class ReadScope : IDisposable
            {
                public void Dispose() { }
            }

            public sealed class Theirs
            {
                public sealed class WriteScope : IDisposable
                {
                    public void Dispose() { }
                }

                public ReadScope EnterRead() => new();
                public WriteScope EnterWrite() => new();
                public WriteScope? TryEnterWrite(TimeSpan timeout) => null;
                public void Twice() => EnterRead().Dispose();
            }

            public static class User
            {
                private static readonly List<Theirs.WriteScope> Kept = new();
                private static ReadScope? _scope;

                public static Theirs.WriteScope M(Theirs theirs)
                {
                    _scope = theirs.EnterRead();
                    var write = theirs.EnterWrite();
                    Kept.Add(write);
                    theirs.EnterRead().Dispose();
                    using (theirs.EnterWrite())
                    {
                    }

                    return theirs.TryEnterWrite(TimeSpan.Zero) ?? write;
                }
            }
            """),
        new("the locks of the platform", Usings + """
            public sealed class Guarded
            {
                private readonly ReaderWriterLockSlim _lock = new();
                public void M()
                {
                    _lock.EnterReadLock();
                    _lock.ExitReadLock();
                    if (_lock.TryEnterWriteLock(1))
                    {
                        _lock.ExitWriteLock();
                    }
                }
            }
            """),
        new("extension methods of one's own with these names", Usings + """
            public static class Locks
            {
                public static int EnterRead(this object value) => 1;
                public static int Locked(this string value) => 2;
            }

            public static class User
            {
                public static int M(object value, string text) => value.EnterRead() + text.Locked();
            }
            """),
        new("methods, locals and properties with these names", Usings + """
            public sealed class Door
            {
                public bool Locked() => true;
                public int ReadScope { get; set; }
                public static int EnterWrite { get; } = 2;
                public int M()
                {
                    var locked = Locked();
                    var WriteScope = ReadScope;
                    int EnterRead() => WriteScope;
                    var other = new Door { ReadScope = 3 };
                    return locked ? EnterRead() + EnterWrite + other.ReadScope : 0;
                }

                public object N() => MemberwiseClone();
            }
            """),
        new("an unsafe accessor of another class", Usings + """
            public sealed class Plain
            {
                private readonly int _peak = 1;
                public int Peak => _peak;
            }

            public static class User
            {
                [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_peak")]
                public static extern ref int Peak(Plain plain);
            }
            """),
        BesideHub("an unsafe accessor of what is not state", """
            public partial class Hub
            {
                [NotState] private int _hits = 1;
                public int Hits => _hits;
            }

            public static class User
            {
                [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_hits")]
                public static extern ref int Hits(Hub hub);
            }
            """),
        new("names with other underscores", Usings + """
            public sealed class Other
            {
                private readonly int __sa = 1;
                private readonly int _safe = 2;
                public int M(int __saf) => __sa + _safe + __saf;
            }
            """),
        new("a class around the holder, another and a namespace with names that are generated", Usings + """
            namespace Some.Log
            {
                public sealed class Door
                {
                    public static bool Locked() => true;
                }
            }

            namespace Some
            {
                public sealed class Version;

                public static partial class Outer
                {
                    public sealed class Peak;

                    public static int EnterWrite() => 1;

                    [SharedState]
                    public partial class Hub
                    {
                        private readonly List<int> _log = new();
                        private int _peak;
                        private Colour _colour = new("red");

                        public bool M(Peak peak, object other) => other is Peak && other is not null && global::Some.Log.Door.Locked() && Door.Locked();
                        public Peak N() => new();
                        public int O() => Outer.EnterWrite() + nameof(Peak).Length;
                        public Colour P() => Colour.Parse();

                        private static class Door
                        {
                            public static bool Locked() => true;
                        }

                        private static class Inner
                        {
                            private static int EnterWrite() => 1;
                            private static int Snapshot() => 2;
                            public static int M() => EnterWrite() + Snapshot();
                        }
                    }

                    public static int M() => EnterWrite();
                }

                public sealed record Colour(string Name)
                {
                    public static Colour Parse() => new("blue");
                }
            }
            """),
        BesideHub("generic extensions that no scope can be handed to", """
            public static class Extensions
            {
                public static T Copy<T>(this T value) => value;
                public static int Peak<T>(this T value) => 1;

                public static int M(Hub hub)
                {
                    using var state = hub.EnterRead();
                    return state.Peak + 1.Copy();
                }
            }
            """),
        InHub("properties that are called like classes", """
            private string _console = "", _version2 = "";
            private string? _environment;
            private Timer? _timer;

            public int M(Hub hub)
            {
                using var state = EnterRead();
                return Math.Max(state.Console.Length, nameof(Environment).Length) + hub.Console.Length;
            }

            public long N() => Version + Console.Length + Console.ToString().Length + Console!.Length + (Environment?.Length ?? 0) + (Timer is null ? 1 : 2) + Version2.Length;
            public string O() => Version.ToString() + Snapshot().Console + Environment;
            """),
    ];
}

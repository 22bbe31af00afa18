using SafeState.Generator.Tests.UsageRules;
using static SafeState.Generator.Tests.UsageRules.Case;

namespace SafeState.Generator.Tests.MustNotCompile;

/// <summary>Ways past the holder: generated names, unsafe accessors, shallow copies.</summary>
internal static class BehindTheBackCases
{
    public static readonly IReadOnlyList<Case> All =
    [
        InHub("the generated core", "public object M() => __safe; // SAFE001"),
        InHub("the field of the generated core", "public object? M() => this.__safeCore; // SAFE001"),
        InHub("the type of the generated core", "public object M() => typeof(__SafeCore); // SAFE001"),
        InHub("the generated way into a scope", "public void M()\n{\n    using var state = new ReadScope(__safe.EnterRead()); // SAFE001 SAFE011 SAFE011\n}"),
        InHub("the raw collection of a facade", "public object M() => Clients.__safeRaw; // SAFE001 CS1061"),
        InHub("a reserved name in other letters", "public void M() => __SAFECore(); // SAFE001 CS0103"),
        InHub("a reserved name, escaped", "public object M() => \\u005f_safe; // SAFE001"),
        InHub("a member with a reserved name", "private const int __safeNumber = 1; // SAFE001"),
        InHub("a local with a reserved name", "public void M()\n{\n    var __safeLocal = 1; // SAFE001\n}"),
        InHub("a parameter with a reserved name", "public void M(int __safeNumber) { } // SAFE001"),
        InHub("a nested type with a reserved name", "public enum __SafeThing { } // SAFE001"),
        InHub("a method with a reserved name", "public void __SafeMethod() { } // SAFE001"),
        InHub("a generic call of a reserved name", "public void M() => __SafeMethod<int>(); // SAFE001 CS0103"),
        InHub("a pattern variable with a reserved name", "public bool M(object value) => value is string __safeText; // SAFE001"),
        InHub("a shallow copy", "public object M() => MemberwiseClone(); // SAFE001"),
        InHub("a shallow copy of this", "public object M() => this.MemberwiseClone(); // SAFE001"),
        InHub("a shallow copy by base", "public object M() => base.MemberwiseClone(); // SAFE001"),
        InHub("a shallow copy of another", "public object M(Hub other) => other.MemberwiseClone(); // SAFE001"),
        InHub("a shallow copy of what is generated", "private Hub? _other;\npublic object M() => Other!.MemberwiseClone(); // SAFE001"),
        InHub("a shallow copy of what is generated, in a nested class", "private Hub? _other;\nprivate static class Inner\n{\n    public static object M(Hub hub) => hub.Other!.MemberwiseClone(); // SAFE001\n}"),
        InHub("a shallow copy later", "public Func<object> M() => MemberwiseClone; // SAFE001"),
        BesideHub("a shallow copy in a derived class", """
            public class Derived : Hub
            {
                public object M() => MemberwiseClone(); // SAFE001
            }
            """),
        BesideHub("an unsafe accessor of a state field", """
            public static class Thief
            {
                [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_clients")] // SAFE001
                public static extern ref Dictionary<string, Client> Steal(Hub hub);
            }
            """),
        BesideHub("an unsafe accessor that is called like the field", """
            public static class Thief
            {
                [UnsafeAccessor(UnsafeAccessorKind.Field)] // SAFE001
                public static extern ref int _peak(Hub hub);
            }
            """),
        BesideHub("an unsafe accessor under another name", """
            public static class Thief
            {
                [Accessor(UnsafeAccessorKind.Field, Name = "_peak")] // SAFE001
                public static extern ref int Steal(Hub hub);
            }
            """).WithUsing("using Accessor = System.Runtime.CompilerServices.UnsafeAccessorAttribute;"),
        BesideHub("an unsafe accessor that is a local function", """
            public static class Thief
            {
                public static void M(Hub hub)
                {
                    Steal(hub)++;

                    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_peak")] // SAFE001
                    static extern ref int Steal(Hub hub);
                }
            }
            """),
        BesideHub("an unsafe accessor of a generated member", """
            public static class Thief
            {
                [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "__SafeCreateCore")] // SAFE001
                public static extern object Steal(Hub hub);
            }
            """),
        BesideHub("an unsafe accessor into the library", """
            public static class Thief
            {
                [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_items")] // SAFE001
                public static extern ref object Steal(MapSnapshot<string, Client> snapshot);
            }
            """),
        BesideHub("an unsafe accessor that names the holder in a string", """
            public static class Thief
            {
                [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_peak")] // SAFE001
                public static extern ref int Steal([UnsafeAccessorType("Hub, Consumer")] object hub);
            }
            """) with { Language = 14 },
        BesideHub("an unsafe accessor that names a generated type in a string", """
            public static class Thief
            {
                [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "Holder")] // SAFE001
                [return: UnsafeAccessorType("Hub")]
                public static extern object Steal([UnsafeAccessorType("Hub+__SafeCore")] object core);
            }
            """) with { Language = 14 },
        new("an unsafe accessor of a static field", Usings + """
            [SharedState]
            public static partial class Registry
            {
                private static int s_peak;
            }

            public static class Thief
            {
                [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "s_peak")] // SAFE001
                public static extern ref int Steal(Registry registry); // CS0721
            }
            """),
        BesideHub("an unsafe accessor of which another part is extern", """
            public static partial class Thief
            {
                [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_peak")] // SAFE001
                public static partial ref int Steal(Hub hub);
                public static extern partial ref int Steal(Hub hub);
            }
            """),
        BesideHub("an unsafe accessor that is an extension member", """
            public static class Thief
            {
                extension(Hub hub)
                {
                    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_peak")] // SAFE001
                    public extern ref int Steal();
                }
            }
            """) with { Language = 14 },
        BesideHub("an unsafe accessor that is the getter of an extension property", """
            public static class Thief
            {
                extension(Hub hub)
                {
                    public extern ref int Peak2
                    {
                        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_peak")] // SAFE001
                        get;
                    }
                }
            }
            """) with { Language = 14 },
        BesideHub("an unsafe accessor that extends what a string names", """
            public static class Thief
            {
                extension([UnsafeAccessorType("Hub, Consumer")] object hub)
                {
                    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_peak")] // SAFE001
                    public extern ref int Steal();
                }
            }
            """) with { Language = 14 },
    ];
}

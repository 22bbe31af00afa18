using SafeState.Generator.Tests.UsageRules;
using static SafeState.Generator.Tests.UsageRules.Case;

namespace SafeState.Generator.Tests.MustNotCompile;

/// <summary>The name of a scope type where it is not the type of an <c>in</c> parameter.</summary>
internal static class ScopeTypeCases
{
    public static readonly IReadOnlyList<Case> All =
    [
        InHub("a declared local", "public void M()\n{\n    using ReadScope state = EnterRead(); // SAFE011\n}"),
        InHub("a local without value", "public void M()\n{\n    ReadScope state; // SAFE011\n}"),
        InHub("a default value", "public void M()\n{\n    var state = default(WriteScope); // SAFE011\n}"),
        InHub("a new value", "public void M()\n{\n    var state = new WriteScope(); // SAFE011\n}"),
        InHub("a default literal", "public void M()\n{\n    WriteScope state = default; // SAFE011\n}"),
        InHub("a return type", "private WriteScope M() => throw new Exception(); // SAFE011"),
        InHub("a property's type", "private WriteScope Scope => throw new Exception(); // SAFE011"),
        InHub("a by-value parameter", "private static void M(WriteScope state) => state.Clients.Clear(); // SAFE011"),
        InHub("a ref parameter", "private static void M(ref WriteScope state) => state.Clients.Clear(); // SAFE011"),
        InHub("an out parameter", "private static void M(out ReadScope state) => throw new Exception(); // SAFE011"),
        InHub("a ref readonly parameter", "private static void M(ref readonly ReadScope state) { } // SAFE011"),
        InHub("a parameter with a default", "private static void M(in ReadScope state = default) { } // SAFE011"),
        InHub("a scoped parameter by value", "private static void M(scoped WriteScope state) => state.Clients.Clear(); // SAFE011"),
        InHub("a type in typeof", "public object M() => typeof(ReadScope); // SAFE011"),
        InHub("a field of a ref struct", "private ref struct Keeper\n{\n    public WriteScope State; // SAFE011\n}"),
        InHub("a ref field of a ref struct", "private ref struct Keeper\n{\n    public ref WriteScope State; // SAFE011 CS9050\n}"),
        InHub("a delegate's return type", "private delegate WriteScope Maker(); // SAFE011"),
        InHub("a delegate's parameter", "private delegate void Taker(WriteScope state); // SAFE011"),
        InHub("a lambda's parameter", "public void M()\n{\n    var take = (WriteScope state) => { }; // SAFE011\n}"),
        InHub("a local function's return type", "public void M()\n{\n    WriteScope Get() => throw new Exception(); // SAFE011\n    Get();\n}"),
        InHub("an out variable", "public void M()\n{\n    Get(out WriteScope state); // SAFE011\n}\nprivate static void Get<T>(out T value) where T : allows ref struct => throw new Exception();") with { Language = 13 },
        InHub("a type argument", "public void M() => Get<WriteScope>(); // SAFE011\nprivate static void Get<T>() where T : allows ref struct { }") with { Language = 13 },
        InHub("a field", "private static ReadScope Kept; // SAFE011 SAFE009 CS8345"),
        InHub("an array", "public object M() => new ReadScope[1]; // SAFE011 CS0611"),
        InHub("a cast", "public void M(object value) => _ = (ReadScope)value; // SAFE011 CS0030"),
        InHub("a pattern", "public bool M(object value) => value is ReadScope; // SAFE011"),
        WithHub("a declared local in another class", "using Hub.WriteScope state = hub.EnterWrite(); // SAFE011"),
        WithHub("a default value in another class", "var state = default(Hub.WriteScope); // SAFE011"),
        BesideHub("a return type in another class", """
            public static class User
            {
                public static Hub.WriteScope Open(Hub hub) => throw new Exception(); // SAFE011
            }
            """),
        BesideHub("an extension method by value", """
            public static class User
            {
                public static void Reset(this Hub.WriteScope state) => state.Clients.Clear(); // SAFE011
            }
            """),
        BesideHub("a scope's type by way of a derived class", """
            public class Derived : Hub;

            public static class User
            {
                public static void Reset(Derived.WriteScope state) => state.Clients.Clear(); // SAFE011
            }
            """),
        BesideHub("a scope's type, escaped", """
            public static class User
            {
                public static void Reset(Hub.\u0057riteScope state) => state.Clients.Clear(); // SAFE011
            }
            """),
        BesideHub("an alias", """
            public static class User
            {
                public static void Reset(Scope state) => state.Clients.Clear();
            }
            """).WithUsing("using Scope = Hub.WriteScope; // SAFE011"),
        BesideHub("a global alias", """
            public static class User
            {
                public static void Reset(Scope state) => state.Clients.Clear();
            }
            """).WithUsing("global using Scope = global::Hub.ReadScope; // SAFE011").Replacing("state.Clients.Clear()", "Console.WriteLine(state.Peak)"),
        new("a generic holder's scope type", Usings + """
            [SharedState(ScopeAccess = ScopeAccess.Public)]
            public partial class Cache<T> where T : struct, Enum
            {
                private readonly List<T> _entries = new();
            }

            public static class User
            {
                public static void Reset(Cache<DayOfWeek>.WriteScope state) => state.Entries.Clear(); // SAFE011
            }
            """),
    ];
}

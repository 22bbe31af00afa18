using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Tests.UsageRules;

/// <summary>Holders of another project are guarded like one's own: what is known of them comes from their metadata.</summary>
public class OtherProjectTests
{
    private static readonly Lazy<MetadataReference> Library = new(() => Emit("""
        using System.Collections.Generic;
        using SafeState;

        [SharedState(ScopeAccess = ScopeAccess.Public)]
        public partial class Hub
        {
            private readonly List<int> _items = new();
            private int _peak;
        }

        public sealed class Plain
        {
            public System.IDisposable EnterWrite() => null!;
            public bool Locked() => true;
        }
        """));

    [Theory]
    [InlineData("static void M(Hub hub) => hub.EnterWrite().Items.Clear(); // SAFE011")]
    [InlineData("static void M(Hub hub)\n{\n    var state = hub.EnterWrite(); // SAFE011\n    state.Items.Clear();\n}")]
    [InlineData("static void M(Hub hub)\n{\n    using var state = hub.EnterWrite();\n    var copy = state; // SAFE011\n    copy.Items.Clear();\n}")]
    [InlineData("static Hub.WriteScope M(Hub hub) => throw new System.Exception(); // SAFE011")]
    [InlineData("static int M(Hub.ReadScope state) => state.Peak; // SAFE011")]
    [InlineData("static int M(in Hub.ReadScope state) => N(state); // SAFE011\nstatic int N(in Hub.ReadScope state) => state.Peak;")]
    [InlineData("static void M(Hub hub)\n{\n    var locked = hub.Items.Locked(); // SAFE011\n    foreach (var item in locked) { }\n}")]
    [InlineData("static object M(Hub hub) => hub.__safe; // SAFE001 CS1061")]
    [InlineData("[UnsafeAccessor(UnsafeAccessorKind.Field, Name = \"_items\")] // SAFE001\nstatic extern ref List<int> Steal(Hub hub);")]
    [InlineData("[UnsafeAccessor(UnsafeAccessorKind.Field, Name = \"_state\")] // SAFE001\nstatic extern ref object Steal(Hub.ItemsList items);")]
    [InlineData("private sealed class Derived : Hub\n{\n    public object M() => MemberwiseClone(); // SAFE001\n}")]
    [InlineData("static int M(Hub hub)\n{\n    using var state = hub.EnterWrite();\n    return state.Items.Count + N(in hub);\n    static int N(in Hub hub) => hub.Peak;\n}")]
    [InlineData("static int M(Hub hub)\n{\n    using var state = hub.EnterRead();\n    return N(in state);\n    static int N(in Hub.ReadScope state) => state.Peak;\n}")]
    [InlineData("static void M(Hub hub)\n{\n    foreach (var item in hub.Items.Locked()) { }\n}")]
    [InlineData("static bool M(Plain plain)\n{\n    var scope = plain.EnterWrite();\n    scope.Dispose();\n    plain.EnterWrite().Dispose();\n    return plain.Locked();\n}")]
    public void Is_judged_as_marked(string members) => GeneratorHarness.RunMarked(
        $$"""
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;

        public static class User
        {
        {{members}}
        }
        """,
        GeneratorOptions.Default with { References = [Library.Value] });

    private static MetadataReference Emit(string source)
    {
        var image = new MemoryStream();
        var emitted = GeneratorHarness.Run(source).Output.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}

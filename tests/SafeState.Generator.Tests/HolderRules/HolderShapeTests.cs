namespace SafeState.Generator.Tests.HolderRules;

/// <summary>SAFE004: types that cannot be holders.</summary>
public sealed class HolderShapeTests
{
    public static TheoryData<string> Flagged =>
    [
        "[SharedState] class Hub { private int _peak; } // SAFE004",
        "[SharedState] partial struct Hub { private int _peak; } // SAFE004",
        "[SharedState] partial record Hub { private int _peak; } // SAFE004",
        "[SharedState] partial record struct Hub { private int _peak; } // SAFE004",
        "[SharedState] partial interface Hub; // SAFE004",
        "[SharedState] file partial class Hub { private int _peak; } // SAFE004",
        "class Outer { [SharedState] partial class Hub { private int _peak; } } // SAFE004",
        "partial class Outer { struct Middle { [SharedState] partial class Hub { private int _peak; } } } // SAFE004",
        "file partial class Outer { [SharedState] partial class Hub { private int _peak; } } // SAFE004",
        "[SharedState, StructLayout(LayoutKind.Explicit)] partial class Hub { [FieldOffset(0)] private int _peak; } // SAFE004",
        """
        [SharedState] partial class Base { private int _peak; }
        [SharedState] partial class Hub : Base { private int _low; } // SAFE004
        """,
        """
        [SharedState] partial class Base { private int _peak; }
        class Middle : Base;
        [SharedState] partial class Hub : Middle { private int _low; } // SAFE004
        """,
        """
        partial class Hub { private int _low; }
        [SharedState]
        [Description("The attribute's part is the one to look at.")]
        partial class Hub : IDisposable // the line below is not at fault, neither is the first part
        {
            private int _peak;
            public void Dispose() { }
            public struct Nested { [SharedState] public partial class Inner { private int _peak; } } // SAFE004
        }
        """,
    ];

    public static TheoryData<string> Innocent =>
    [
        "[SharedState] partial class Hub { private int _peak; }",
        "[SharedState] public sealed partial class Hub<T> { private int _peak; }",
        "[SharedState] public abstract partial class Hub { private int _peak; }",
        "[SharedState] static partial class Hub { private static int _peak; }",
        "[SharedState, StructLayout(LayoutKind.Sequential)] partial class Hub { private int _peak; }",
        "class Base; [SharedState] partial class Hub : Base, IDisposable { private int _peak; public void Dispose() { } }",
        "[SharedState] partial class Base { private int _peak; } class Hub : Base;",
        "partial class Outer { partial struct Middle { partial interface Inner { partial record Last { [SharedState] partial class Hub { private int _peak; } } } } }",
        "[SharedState] partial class Outer { private int _peak; [SharedState] partial class Hub { private int _peak; } }",
    ];

    [Theory]
    [MemberData(nameof(Flagged))]
    public void Only_a_partial_class_in_partial_types_can_be_a_holder(string program) => Judgement.AssertFlagged("SAFE004", program);

    [Theory]
    [MemberData(nameof(Innocent))]
    public void Any_partial_class_can_be_a_holder(string program) => Judgement.AssertInnocent(program);

    [Theory]
    [InlineData("[SharedState] class Hub { private int _peak; }", false)]
    [InlineData("[SharedState] partial class Hub { public int Peak; private int[] _array = []; private object? _any; private int _version; static int _next; [State(Name = \"\")] int _x; }", true)]
    public void A_holder_is_completed_unless_its_shape_leaves_no_room(string program, bool expected)
    {
        var findings = Judgement.Findings(program);
        Assert.NotEmpty(findings);
        Assert.Equal(expected, Rules.HolderRules.CanGenerate(findings));
    }

    [Fact]
    public void The_message_says_what_to_write() => Assert.Equal(
        "'Hub' cannot be a holder of shared state, because it is not partial, so that nothing can be generated into it: write 'partial class Hub'",
        Assert.Single(Judgement.Messages("[SharedState] sealed class Hub { private int _peak; }")));
}

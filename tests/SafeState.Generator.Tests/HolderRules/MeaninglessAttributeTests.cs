namespace SafeState.Generator.Tests.HolderRules;

/// <summary>SAFE010: attributes that mean nothing where they stand.</summary>
public sealed class MeaninglessAttributeTests
{
    public static TheoryData<string> Flagged =>
    [
        "[SharedState] partial class Hub; // SAFE010",
        "[SharedState] partial class Hub { private readonly string _name = \"\"; public string Name => _name; } // SAFE010",
        "[SharedState] partial class Hub { private event Action? Joined; private const int Most = 3; } // SAFE010",
        "[SharedState] partial class Hub { [NotState] private int _peak; } // SAFE010",
        "[SharedState] static partial class Hub { private static readonly string Name = \"\"; } // SAFE010",
        "[SharedState] partial class Hub { private int _x; [State, NotState] private int _peak; } // SAFE010",
        "[SharedState] partial class Hub { private int _x; [State] private readonly int _peak = 3; } // SAFE010",
        "[SharedState] partial class Hub { private int _x; [State] private const int Peak = 3; } // SAFE010",
        "[SharedState] partial class Hub { private int _x; [State] private static readonly int Peak = 3; } // SAFE010",
        "[SharedState] partial class Hub { [State(Name = \"\")] private int _peak; } // SAFE010",
        "[SharedState] partial class Hub { [State(Name = \"3rd\")] private int _peak; } // SAFE010",
        "[SharedState] partial class Hub { [State(Name = \"a b\")] private int _peak; } // SAFE010",
        "[SharedState] partial class Hub { [State(Name = \"__safeCore\")] private int _peak; } // SAFE010",
        "[SharedState] partial class Hub { [State(Name = \"__SAFETY\")] private int _peak; } // SAFE010",
        "[SharedState] partial class Hub { [State(Access = (Access)7)] private int _peak; } // SAFE010",
        "[SharedState] partial class Hub { [State(Values = (ValueSharing)2)] private int _peak; } // SAFE010",
        "[SharedState(Strategy = (Strategy)42)] partial class Hub { private int _peak; } // SAFE010",
        "[SharedState(ScopeAccess = (ScopeAccess)(-1))] partial class Hub { private int _peak; } // SAFE010",
        "[SharedState] static partial class Hub { [ThreadStatic] private static int _depth; } // SAFE010",
    ];

    public static TheoryData<string> Innocent =>
    [
        "[SharedState] partial class Hub { [State] private int _peak; }",
        "[SharedState] partial class Hub { [State] private readonly List<int> _numbers = new(); }",
        "[SharedState] partial class Hub { [State(Name = null)] private int _peak; }",
        "[SharedState] partial class Hub { [State(Name = \"class\")] private int _peak; }",
        "[SharedState] partial class Hub { [State(Name = \"Größe\", Access = Access.ReadOnly, Values = ValueSharing.ByReference)] private object? _peak; }",
        "[SharedState(Strategy = Strategy.FreezeOnce, ScopeAccess = ScopeAccess.Public)] partial class Hub { private int _peak; }",
        "[SharedState] partial class Hub { private int _peak; [NotState] private readonly string _name = \"\"; }",
        "[SharedState] static partial class Hub { private static int _peak; [NotState, ThreadStatic] private static int _depth; }",
    ];

    [Theory]
    [MemberData(nameof(Flagged))]
    public void An_attribute_that_does_nothing_is_refused(string program) => Judgement.AssertFlagged("SAFE010", program);

    [Theory]
    [MemberData(nameof(Innocent))]
    public void An_attribute_that_says_something_is_accepted(string program) => Judgement.AssertInnocent(program);

    [Fact]
    public void A_holder_whose_state_is_misplaced_hears_of_that_only() =>
        Judgement.AssertMarked("[SharedState] partial class Hub { public int Peak { get; set; } } // SAFE002");

    [Theory]
    [InlineData("class Plain { [State] private int _field; }", "State", "Plain")]
    [InlineData("class Plain { [NotState] private int _field; }", "NotState", "Plain")]
    [InlineData("class Plain { [StateAttribute] private int _field; }", "State", "Plain")]
    [InlineData("class Plain { [SafeState.State] private int _field; }", "State", "Plain")]
    [InlineData("class Plain { [global::SafeState.NotStateAttribute] private int _field; }", "NotState", "Plain")]
    [InlineData("class Plain { [field: NotState] private int _field { get; set; } }", "NotState", "Plain")]
    [InlineData("struct Plain { [State(Name = \"X\")] private int _field; }", "State", "Plain")]
    [InlineData("[SharedState] partial class Hub { private int _x; class Inner { [State] private int _field; } }", "State", "Hub.Inner")]
    public void Outside_a_holder_a_field_attribute_does_nothing(string program, string attribute, string type)
    {
        var finding = Assert.Single(GeneratorHarness.Run($"using SafeState;\n{program}").GeneratorFindings);
        Assert.Equal(("SAFE010", 2), (finding.Id, finding.Line));
        Assert.Equal(
            $"'[{attribute}]' on '_field' means nothing, because '{type}' is not a holder of shared state: put [SharedState] on that, or remove the attribute",
            finding.Message);
    }

    [Theory]
    [InlineData("[SafeState.SharedState] partial class Hub { } partial class Hub { [SafeState.State] private int _field; [SafeState.NotState] private int _other; }")]
    [InlineData("class StateAttribute : System.Attribute; class Plain { [State] private int _field; }")]
    [InlineData("class Plain { [System.Obsolete] private int _field; }")]
    public void Inside_a_holder_it_does_and_attributes_of_others_are_not_ours(string program) =>
        Assert.Empty(GeneratorHarness.Run(program).GeneratorFindings);
}

namespace SafeState.Generator.Tests.HolderRules;

/// <summary>SAFE007: a generated name that is taken.</summary>
public sealed class NameCollisionTests
{
    private const string Base = "class Base { public int Inherited; protected void Done() { } private int Hidden; }\n";

    public static TheoryData<string> Flagged =>
    [
        "private int _peak; // SAFE007\npublic int Peak() => 3;",
        "private int _peak; // SAFE007\nprivate class Peak;",
        "private int _peak; // SAFE007\npublic const int Peak = 3;",
        "private int _peak; // SAFE007\npublic event Action? Peak;",
        "private int Peak; // SAFE007",
        "private int _; // SAFE007",
        "private int _1; // SAFE007",
        "private int _peak;\nprivate int m_peak; // SAFE007",
        "private int _peak;\nprivate int peak; // SAFE007",
        "private int _peak;\n[State(Name = \"Peak\")] private int _low; // SAFE007",
        "[State(Name = \"Taken\")] private int _peak; // SAFE007\nprivate int Taken => 3;",
        "private readonly List<int> _numbers = new(); // SAFE007\nclass NumbersList;",
        "private readonly List<int> _numbers = new();\nprivate int _numbersList; // SAFE007",
        "private int _hub; // SAFE007",
        "private int _t; // SAFE007",
        "private int _inherited; // SAFE007",
        "private int _done; // SAFE007",
        "private int _equals; // SAFE007",
        "private int _toString; // SAFE007",
        "private int _getType; // SAFE007",
        "private int _memberwiseClone; // SAFE007",
        "private int _version; // SAFE007",
        "private int _snapshot; // SAFE007",
        "private int _stateSnapshot; // SAFE007",
        "private int _readScope; // SAFE007",
        "private int _writeScope; // SAFE007",
        "private int _enterRead; // SAFE007",
        "private int _entered; // SAFE007",
        "private int _dispose; // SAFE007",
        "private int _peak;\npublic int Version => 3; // SAFE007",
        "private int _peak;\nvoid Snapshot() { } // SAFE007",
        "private int _peak;\nvoid EnterWrite(int anything) { } // SAFE007",
        "private int _peak;\nclass ReadScope; // SAFE007",
        "private int _peak;\nint TryEnterRead; // SAFE007 SAFE007",
    ];

    public static TheoryData<string> Innocent =>
    [
        "private int _peak, m_low, s_high, total;",
        "private int _peak; public int Highest => 3; void peak() { }",
        "private int _hidden;",
        "private int _freeze, _isFrozen;",
        "private int _peak; void Freeze() { } bool IsFrozen => false;",
        "private int _class, @event, _string;",
        "[State(Name = \"Most\")] private int _peak; public int Peak => 3;",
        "private int _count, _core, _holder, _image, _parts, _ticket, _holders, _clear, _item, _current;",
        "[State(Access = Access.None)] private readonly List<int> _numbers = new(); class NumbersList;",
        "private int _peak; [NotState] private int _version;",
        "private int _peak; class Inner { public int Version; }",
    ];

    [Theory]
    [MemberData(nameof(Flagged))]
    public void A_generated_name_that_means_something_already_is_refused(string members) => Judgement.AssertFlagged("SAFE007", Program(members));

    [Theory]
    [MemberData(nameof(Innocent))]
    public void Other_names_are_free(string members) => Judgement.AssertInnocent(Program(members));

    [Theory]
    [InlineData("private int _freeze; // SAFE007")]
    [InlineData("private int _peak;\npublic bool IsFrozen => false; // SAFE007")]
    public void A_holder_that_freezes_has_two_more_names(string members) =>
        Judgement.AssertFlagged("SAFE007", Program(members, "(Strategy = Strategy.FreezeOnce)"));

    [Fact]
    public void The_holder_itself_needs_another_name_than_its_members() =>
        Judgement.AssertMarked("[SharedState] partial class Version { private int _peak; } // SAFE007");

    [Theory]
    [InlineData("private int _peak; int Peak => 3;", "The name 'Peak', which is generated for 'Hub<T>', is a member of the holder already: remove your 'Peak' if the generated one replaces it, rename '_peak', or choose another name with [State(Name = \"…\")]")]
    [InlineData("private int _peak; int Peak() => 3;", "is a member of the holder already: rename '_peak', or choose")]
    [InlineData("private int Peak;", "is the name of the field itself: rename it '_peak', or choose")]
    [InlineData("private int Peak; [NotState] private int _peak;", "is the name of the field itself: rename 'Peak', or choose")]
    [InlineData("private int _t;", "is a type parameter of the holder")]
    [InlineData("private int _hub;", "is the name of the holder itself")]
    [InlineData("private int _inherited;", "is inherited from 'Base'")]
    [InlineData("private int _version;", "is generated for every holder")]
    [InlineData("private int _dispose;", "has a meaning of its own in scopes and snapshots")]
    [InlineData("private int _peak, peak;", "is generated for '_peak' too")]
    [InlineData("private int _peak; int Version => 3;", "every holder has it, so rename the other")]
    public void The_message_says_what_the_name_means_already(string members, string expected) =>
        Assert.Contains(expected, Assert.Single(Judgement.Messages(Program(members))));

    private static string Program(string members, string arguments = "") => Base + $$"""
        [SharedState{{arguments}}] partial class Hub<T> : Base
        {
            {{members}}
        }
        """;
}

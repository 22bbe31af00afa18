namespace SafeState.CodeFixes.Tests.Access;

/// <summary>SAFE001: touches of state become uses of what is generated.</summary>
public sealed class AccessTests
{
    private static readonly UseGeneratedMembersFix Fix = new();

    private static readonly Dictionary<string, AccessCase> Cases =
        FacadeCases.All.Concat(ScopeCases.All).Concat(LockCases.All).Concat(NestedCases.All).ToDictionary(one => one.Name);

    public static TheoryData<string> Changed => [.. Cases.Values.Where(one => !one.IsUnchanged).Select(one => one.Name)];

    public static TheoryData<string> Unchanged => [.. Cases.Values.Where(one => one.IsUnchanged).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Changed))]
    public Task All_touches_are_mended_at_once(string name) =>
        FixTest.AssertAllAsync(Fix, AccessCase.InHub(Cases[name].Before), AccessCase.InHub(Cases[name].After), "access");

    [Theory]
    [MemberData(nameof(Unchanged))]
    public Task What_has_no_wording_of_the_same_meaning_is_left_to_its_author(string name) =>
        FixTest.AssertNothingOfferedAsync(Fix, AccessCase.InHub(Cases[name].Before));
}

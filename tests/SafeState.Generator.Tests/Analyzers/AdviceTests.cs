namespace SafeState.Generator.Tests.Analyzers;

/// <summary>Programs of which the analyzers must say exactly what is marked, and programs of which they must say nothing.</summary>
public class AdviceTests
{
    private static readonly IReadOnlyDictionary<string, AdviceCase> Flagged = ByName(
        ("check-then-act", CheckThenActCases.Flagged),
        ("lock order", LockOrderCases.Flagged),
        ("blocking", BlockingCases.Flagged),
        ("two instants", TwoInstantsCases.Flagged),
        ("idle lock", IdleLockCases.Flagged),
        ("unguarded map", UnguardedMapCases.Flagged));

    private static readonly IReadOnlyDictionary<string, AdviceCase> Clean = ByName(
        ("check-then-act", CheckThenActCases.Clean),
        ("lock order", LockOrderCases.Clean),
        ("blocking", BlockingCases.Clean),
        ("two instants", TwoInstantsCases.Clean),
        ("idle lock", IdleLockCases.Clean),
        ("unguarded map", UnguardedMapCases.Clean));

    public static TheoryData<string> NamesOfFlagged => [.. Flagged.Keys];

    public static TheoryData<string> NamesOfClean => [.. Clean.Keys];

    [Theory]
    [MemberData(nameof(NamesOfFlagged))]
    public async Task Is_flagged_where_it_is_marked(string name)
    {
        var diagnostics = await AdviceHarness.RunMarkedAsync(Flagged[name]);
        Assert.NotEmpty(diagnostics);
    }

    [Theory]
    [MemberData(nameof(NamesOfClean))]
    public async Task Has_nothing_wrong(string name) => Assert.Empty(await AdviceHarness.RunMarkedAsync(Clean[name]));

    private static Dictionary<string, AdviceCase> ByName(params (string Topic, IReadOnlyList<AdviceCase> Cases)[] groups) => groups
        .SelectMany(group => group.Cases, (group, one) => (Name: $"{group.Topic}: {one.Name}", Case: one))
        .ToDictionary(named => named.Name, named => named.Case);
}

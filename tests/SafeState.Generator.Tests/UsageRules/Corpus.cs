namespace SafeState.Generator.Tests.UsageRules;

/// <summary>Every program of the corpora by name.</summary>
internal static class Corpus
{
    public static readonly IReadOnlyDictionary<string, Case> Wrong = ByName(
        ("direct access", MustNotCompile.DirectAccessCases.All),
        ("construction", MustNotCompile.ConstructorCases.All),
        ("foreign collection", MustNotCompile.ForeignCollectionCases.All),
        ("behind the back", MustNotCompile.BehindTheBackCases.All),
        ("opening a scope", MustNotCompile.ScopeEntryCases.All),
        ("using a scope", MustNotCompile.ScopeUseCases.All),
        ("a name that a generated member takes", MustNotCompile.TakeoverCases.All),
        ("naming a scope", MustNotCompile.ScopeTypeCases.All),
        ("re-entry", MustNotCompile.ReentrantUseCases.All));

    public static readonly IReadOnlyDictionary<string, Case> Right = ByName(
        ("holder", MustCompile.HolderCases.All),
        ("same name", MustCompile.SameNameCases.All),
        ("construction", MustCompile.ConstructionCases.All),
        ("scope", MustCompile.ScopeCases.All),
        ("facade", MustCompile.FacadeCases.All));

    public static TheoryData<string> NamesOfWrong => [.. Wrong.Keys];

    public static TheoryData<string> NamesOfRight => [.. Right.Keys];

    private static Dictionary<string, Case> ByName(params (string Topic, IReadOnlyList<Case> Cases)[] groups) => groups
        .SelectMany(group => group.Cases, (group, one) => (Name: $"{group.Topic}: {one.Name}", Case: one))
        .Where(named => named.Case.IsUnderstood)
        .ToDictionary(named => named.Name, named => named.Case);
}

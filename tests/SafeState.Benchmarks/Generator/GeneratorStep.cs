namespace SafeState.Benchmarks.Generator;

/// <summary>What a generator is made to do.</summary>
internal static class GeneratorStep
{
    public const string Cold = "cold";
    public const string BodyElsewhere = "after an edit in a method elsewhere";
    public const string MemberElsewhere = "after a new member elsewhere";
    public const string EditInOneType = "after an edit of a member of one type";
    public const string Compile = "compiling the program with the output";

    public static IReadOnlyList<string> WithoutCompiling { get; } = [Cold, BodyElsewhere, MemberElsewhere, EditInOneType];

    public static IReadOnlyList<string> All { get; } = [.. WithoutCompiling, Compile];
}

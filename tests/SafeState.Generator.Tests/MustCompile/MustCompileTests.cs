using SafeState.Generator.Tests.UsageRules;

namespace SafeState.Generator.Tests.MustCompile;

/// <summary>Legitimate programs: neither the generator nor the compiler has anything to say about them.</summary>
public class MustCompileTests
{
    public static TheoryData<string> Names => Corpus.NamesOfRight;

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiles_without_error_or_warning(string name)
    {
        var program = Corpus.Right[name];
        GeneratorHarness.Run(program.Source, program.Options).AssertClean();
    }

    [Fact]
    public void There_are_enough_of_them() => Assert.InRange(Corpus.Right.Count, 85, int.MaxValue);
}

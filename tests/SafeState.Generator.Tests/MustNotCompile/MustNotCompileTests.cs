using Microsoft.CodeAnalysis;
using SafeState.Generator.Tests.UsageRules;

namespace SafeState.Generator.Tests.MustNotCompile;

/// <summary>Programs that must not compile, whatever is switched off: each reports exactly the ids on the lines that it marks.</summary>
public class MustNotCompileTests
{
    public static TheoryData<string> Names => Corpus.NamesOfWrong;

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_an_error_with_every_suppression_switched_on(string name)
    {
        var program = Corpus.Wrong[name];
        var result = GeneratorHarness.RunMarked(program.Source, program.Options with { SuppressEverything = true });
        Assert.All(result.GeneratorFindings, finding => Assert.Equal(DiagnosticSeverity.Error, finding.Severity));
        Assert.NotEmpty(result.Findings);
    }

    [Fact]
    public void There_are_enough_of_them() => Assert.InRange(Corpus.Wrong.Count, 110, int.MaxValue);
}

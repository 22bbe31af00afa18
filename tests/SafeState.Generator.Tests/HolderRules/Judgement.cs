using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Tests.HolderRules;

/// <summary>
/// Asks the declaration rules about every holder of a program, without the pipeline around them. The programs mark the
/// lines at fault (<c>public int Peak; // SAFE002</c>); nothing else may be reported.
/// </summary>
internal static partial class Judgement
{
    /// <summary>Put before every program, on its first line, so that lines are those the test shows, plus one.</summary>
    private const string Preamble =
        "using System; using System.Collections; using System.Collections.Concurrent; using System.Collections.Frozen; using System.Collections.Generic; "
        + "using System.Collections.Immutable; using System.ComponentModel; using System.Runtime.InteropServices; using System.Threading; "
        + "using System.Threading.Channels; using System.Threading.Tasks; using SafeState;\n";

    public static void AssertMarked(string program, GeneratorOptions? options = null)
    {
        var expected = program.Split('\n').SelectMany((line, index) => Marks().Match(line).Groups["id"].Captures.Select(id => $"{index + 2}: {id.Value}"));
        var findings = Findings(program, options);
        var actual = findings.Select(finding => $"{finding.Location?.Lines.Start.Line + 1}: {finding.Descriptor.Id}");
        Assert.True(
            expected.Order().SequenceEqual(actual.Order()),
            $"Expected: {string.Join(", ", expected)}\nReported:\n{string.Join('\n', findings.Select(finding => finding.ToDiagnostic()))}\nin\n{program}");
    }

    /// <summary>For a row of a table of faults: a row without a fault would show nothing.</summary>
    public static void AssertFlagged(string id, string program, GeneratorOptions? options = null)
    {
        Assert.Contains(Marks().Matches(program), match => match.Groups["id"].Captures.Any(capture => capture.Value == id));
        AssertMarked(program, options);
        AssertReportedByTheGenerator(program, options);
    }

    /// <summary>For a row of a table of innocents: what is generated for it compiles.</summary>
    public static void AssertInnocent(string program, GeneratorOptions? options = null)
    {
        Assert.DoesNotMatch(Marks(), program);
        Assert.NotEmpty(Holders(Compile(program, options)));
        AssertMarked(program, options);
        var result = GeneratorHarness.Run(Preamble + program, options);
        Assert.Empty(result.GeneratorFindings);
        Assert.DoesNotContain(result.CompilerFindings, finding => finding.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>The texts of all findings of a program.</summary>
    public static IReadOnlyList<string> Messages(string program, GeneratorOptions? options = null) =>
        [.. Findings(program, options).Select(finding => finding.ToDiagnostic().GetMessage())];

    public static IReadOnlyList<DiagnosticInfo> Findings(string program, GeneratorOptions? options = null) =>
        Findings(Compile(program, options));

    public static IReadOnlyList<DiagnosticInfo> Findings(CSharpCompilation compilation)
    {
        var findings = new List<DiagnosticInfo>();
        foreach (var holder in Holders(compilation))
        {
            var ofHolder = new List<DiagnosticInfo>();
            Rules.HolderRules.Check(holder, compilation, ofHolder, CancellationToken.None);
            findings.AddRange(ofHolder);
        }

        return findings;
    }

    public static CSharpCompilation Compile(string program, GeneratorOptions? options = null) =>
        GeneratorHarness.Compile([new SourceFile(SourceFile.DefaultPath, Preamble + program)], options ?? GeneratorOptions.Default);

    /// <summary>The rules are only worth something if the generator asks them.</summary>
    private static void AssertReportedByTheGenerator(string program, GeneratorOptions? options)
    {
        var compilation = Compile(program, options);
        var driver = CSharpGeneratorDriver.Create(new SharedStateGenerator()).RunGenerators(compilation, CancellationToken.None);
        var reported = driver.GetRunResult().Diagnostics.Select(diagnostic => diagnostic.ToString());
        Assert.All(Findings(compilation), finding => Assert.Contains(finding.ToDiagnostic().ToString(), reported));
    }

    private static IEnumerable<INamedTypeSymbol> Holders(CSharpCompilation compilation) =>
        compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().Where(HolderSymbols.IsHolder);

    [GeneratedRegex(@"//( (?<id>SAFE\d{3}))+\s*$", RegexOptions.Multiline)]
    private static partial Regex Marks();
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SafeState.Generator.Tests.MustNotCompile;

/// <summary>The part of the promise that the language keeps, in the oldest version that is supported and in the newest.</summary>
public class LanguageLeakTests
{
    private static readonly IReadOnlyDictionary<string, LanguageLeak> Leaks = LanguageLeakCases.All.ToDictionary(leak => leak.Name);

    public static TheoryData<string, LanguageVersion> Names
    {
        get
        {
            var names = new TheoryData<string, LanguageVersion>();
            foreach (var name in Leaks.Keys)
            {
                names.Add(name, LanguageVersion.CSharp12);
                names.Add(name, LanguageVersion.Latest);
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_leak_is_an_error_of_the_language(string name, LanguageVersion language)
    {
        var leak = Leaks[name];
        var source = leak.Source(leak.Leak);
        var line = source.Split('\n').TakeWhile(text => !text.Contains(leak.Leak, StringComparison.Ordinal)).Count() + 1;
        var errors = Run(source, language);
        Assert.Contains(errors, error => error.Line == line && leak.Ids.Contains(error.Id));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_the_leak_the_same_program_compiles(string name, LanguageVersion language) =>
        Assert.Empty(Run(Leaks[name].Source(Leaks[name].Harmless), language));

    // Emitted, because the language finds what crosses an await or a yield only when it rewrites the method.
    private static IReadOnlyList<(string Id, int Line)> Run(string source, LanguageVersion language) =>
    [
        .. from diagnostic in GeneratorHarness.Run(source, GeneratorOptions.Default with { Language = language }).Output.Emit(Stream.Null).Diagnostics
           where diagnostic.Severity == DiagnosticSeverity.Error
           select (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1),
    ];
}

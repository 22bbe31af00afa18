using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SafeState.Generator.Analyzers;

namespace SafeState.Generator.Tests.Analyzers;

/// <summary>What other analyzers say of fields is silenced where the field is state, and only there.</summary>
public class StateFieldSuppressorTests
{
    private const string Program = """
        using System.Collections.Generic;
        using SafeState;

        [SharedState]
        public sealed partial class Hub
        {
            private readonly Dictionary<string, int> _map = new();
            private List<int> _list = new(), _other = new();
            private int _peak;
            [NotState] private int _elsewhere;
            private readonly int _fixed;
            private static readonly object Gate = new();
        }

        public static partial class Plain
        {
            private static Dictionary<string, int> s_map = new();
        }

        [SharedState]
        public static partial class Registry
        {
            private static Dictionary<string, int> s_entries = new();
        }
        """;

    [Theory]
    [InlineData("IDE0044")]
    [InlineData("IDE0051")]
    [InlineData("IDE0052")]
    [InlineData("CA1823")]
    public async Task Only_state_fields_are_left_alone(string id) =>
        Assert.Equal(["_elsewhere", "_fixed", "Gate", "s_map"], await RemainingAsync(id));

    [Fact]
    public async Task Other_diagnostics_stay() =>
        Assert.Equal(["_map", "_list", "_other", "_peak", "_elsewhere", "_fixed", "Gate", "s_map", "s_entries"], await RemainingAsync("CA9999"));

    private static async Task<IEnumerable<string>> RemainingAsync(string id)
    {
        var diagnostics = await GeneratorHarness.Run(Program).Output
            .WithAnalyzers([new EveryField(id), new StateFieldSuppressor()])
            .GetAnalyzerDiagnosticsAsync();
        return diagnostics.Where(diagnostic => !diagnostic.IsSuppressed)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
    }

#pragma warning disable RS1017, RS1036, RS1038, RS1041 // Not shipped: it stands for the analyzers of the SDK.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class EveryField(string id) : DiagnosticAnalyzer
    {
#pragma warning disable RS2008 // No release tracking for the same reason.
        private readonly DiagnosticDescriptor _descriptor = new(id, "Title", "Message", "Category", DiagnosticSeverity.Warning, isEnabledByDefault: true);
#pragma warning restore RS2008

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_descriptor];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSyntaxNodeAction(
                node => node.ReportDiagnostic(Diagnostic.Create(_descriptor, ((VariableDeclaratorSyntax)node.Node).Identifier.GetLocation())),
                SyntaxKind.VariableDeclarator);
        }
    }
#pragma warning restore RS1017, RS1036, RS1038, RS1041
}

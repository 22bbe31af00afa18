using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Analyzers;

/// <summary>
/// Silences what other analyzers say of state fields because only generated code touches them: "make it readonly", which would make a
/// scalar no state at all, and "nobody uses it".
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StateFieldSuppressor : DiagnosticSuppressor
{
    private const string Justification = "The field is shared state, which generated code reads and writes.";

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> Suppressions = ImmutableArray.Create("IDE0044", "IDE0051", "IDE0052", "CA1823")
        .ToImmutableDictionary(id => id, id => new SuppressionDescriptor($"SAFE-{id}", id, Justification));

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.CreateRange(Suppressions.Values);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan) is { } node
                && context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken) is IFieldSymbol field
                && HolderSymbols.IsHolder(field.ContainingType)
                && HolderSymbols.StateFields(field.ContainingType).Contains(field, SymbolEqualityComparer.Default))
            {
                context.ReportSuppression(Suppression.Create(Suppressions[diagnostic.Id], diagnostic));
            }
        }
    }
}

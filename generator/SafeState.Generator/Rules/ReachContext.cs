using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Model;

namespace SafeState.Generator.Rules;

/// <summary>Where the reach rules look, and what they have found.</summary>
internal sealed class ReachContext(SemanticModel model, CancellationToken cancellationToken)
{
    public SemanticModel Model { get; } = model;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public List<DiagnosticInfo> Findings { get; } = [];

    /// <summary>The symbol that a name means, or may have been meant to mean.</summary>
    public ISymbol? Meant(ExpressionSyntax name) => Model.GetSymbolInfo(name, CancellationToken).Meant().FirstOrDefault();

    public void Report(DiagnosticDescriptor descriptor, SyntaxNodeOrToken place, params string[] arguments) =>
        Findings.Add(DiagnosticInfo.Create(descriptor, LocationInfo.From(place.GetLocation()), arguments));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Model;

namespace SafeState.Generator.Rules;

/// <summary>Where the reach rules look, and what they have found.</summary>
internal sealed class ReachContext(SemanticModel model, CancellationToken cancellationToken)
{
    public SemanticModel Model
    {
        get
        {
            HasBound = true;
            return ModelOfUsings;
        }
    }

    /// <summary>The model, for what depends on nothing that the program declares but on its namespaces and on the usings in sight.</summary>
    public SemanticModel ModelOfUsings { get; } = model;

    /// <summary>Whether code was bound, so that what was found may depend on any declaration.</summary>
    public bool HasBound { get; private set; }

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public List<DiagnosticInfo> Findings { get; } = [];

    /// <summary>The symbol that a name means, or may have been meant to mean.</summary>
    public ISymbol? Meant(ExpressionSyntax name) => Model.GetSymbolInfo(name, CancellationToken).Meant().FirstOrDefault();

    public void Report(DiagnosticDescriptor descriptor, SyntaxNodeOrToken place, params string[] arguments) =>
        Findings.Add(DiagnosticInfo.Create(descriptor, LocationInfo.From(place.GetLocation()), arguments));
}

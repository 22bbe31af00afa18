using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Parsing;

/// <summary>Turns a node's symbol into its result: judged by the rules and, if its shape allows, ready for emission.</summary>
internal static class NodeParser
{
    public static HolderResult? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        Declarations.Judge(context, () => Judge(context, cancellationToken));

    private static (HolderResult?, Footing) Judge(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var node = (INamedTypeSymbol)context.TargetSymbol;
        var findings = new List<DiagnosticInfo>();
        try
        {
            Declarations.Prepare(context.SemanticModel.Compilation);
            var judged = NodeRules.Check(node, context.SemanticModel.Compilation, findings, cancellationToken);
            var model = NodeRules.CanGenerate(findings) ? HolderModels.Create(node, cancellationToken) : null;
            var hasBound = UsageRules.CheckNode(node, context.SemanticModel.Compilation, findings, cancellationToken);
            return (new HolderResult(model, findings.ToEquatableArray()), hasBound || findings.Count > 0 ? Footing.Everything : HolderFooting.Of(node, judged, context.SemanticModel.Compilation, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The compiler would make a warning of it and go on without the generator: unguarded code would build.
            findings.Add(Failures.Describe(node.Name, LocationInfo.From(node.Locations.FirstOrDefault()), exception));
            return (new HolderResult(null, findings.ToEquatableArray()), Footing.Everything);
        }
    }
}

using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Parsing;

/// <summary>Turns a holder's symbol into its result: judged by the rules and, if its shape allows, ready for emission.</summary>
internal static class HolderParser
{
    public static HolderResult? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        Declarations.Judge(context, () => Judge(context, cancellationToken));

    private static (HolderResult?, Footing) Judge(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var holder = (INamedTypeSymbol)context.TargetSymbol;
        if (!IsFirstUse(holder, context.TargetNode))
        {
            return (null, Footing.Everything);
        }

        var findings = new List<DiagnosticInfo>();
        try
        {
            Declarations.Prepare(context.SemanticModel.Compilation);
            var judged = HolderRules.Check(holder, context.SemanticModel.Compilation, findings, cancellationToken);
            var model = HolderRules.CanGenerate(findings) ? HolderModels.Create(holder, cancellationToken) : null;
            var hasBound = UsageRules.CheckHolder(holder, context.SemanticModel.Compilation, findings, cancellationToken);
            return (new HolderResult(model, findings.ToEquatableArray()), hasBound || findings.Count > 0 ? Footing.Everything : HolderFooting.Of(holder, judged, context.SemanticModel.Compilation, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The compiler would make a warning of it and go on without the generator: unguarded code would build.
            findings.Add(Failures.Describe(holder.Name, LocationInfo.From(holder.Locations.FirstOrDefault()), exception));
            return (new HolderResult(null, findings.ToEquatableArray()), Footing.Everything);
        }
    }

    /// <summary>Whether the attribute is not a second one, on another part of the holder: an error of the language, but no reason to generate twice.</summary>
    private static bool IsFirstUse(INamedTypeSymbol holder, SyntaxNode declaration) =>
        HolderSymbols.FindAttribute(holder, HolderSymbols.SharedStateAttribute)?.ApplicationSyntaxReference is { } first
        && first.SyntaxTree == declaration.SyntaxTree
        && declaration.FullSpan.Contains(first.Span);
}

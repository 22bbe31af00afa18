using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Parsing;

/// <summary>Asks the rules that hold wherever a holder can be reached.</summary>
internal static class StrayParser
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => ReachRules.IsCandidate(node);

    public static EquatableArray<DiagnosticInfo> Parse(GeneratorSyntaxContext context, CancellationToken cancellationToken) =>
        Declarations.Of(context.SemanticModel.Compilation).In(context.Node.SyntaxTree)
            .Remember(context.Node, nameof(StrayParser), "", () => Check(context, cancellationToken));

    private static EquatableArray<DiagnosticInfo> Check(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        try
        {
            return ReachRules.Check(context.Node, context.SemanticModel, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new([Failures.Describe(context.Node.ToString(), LocationInfo.From(context.Node), exception)]);
        }
    }
}

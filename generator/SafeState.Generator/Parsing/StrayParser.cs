using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Parsing;

/// <summary>Asks the rules that hold wherever a holder can be reached.</summary>
internal static class StrayParser
{
    public static IEnumerable<DiagnosticInfo> Parse((SyntaxNode Candidate, Compilation Compilation) input, CancellationToken cancellationToken) =>
        Declarations.Of(input.Compilation).In(input.Candidate.SyntaxTree)
            .Remember(input.Candidate, nameof(StrayParser), "", () => Check(input.Candidate, input.Compilation, cancellationToken));

    private static (EquatableArray<DiagnosticInfo>, Footing) Check(SyntaxNode candidate, Compilation compilation, CancellationToken cancellationToken)
    {
        try
        {
            return ReachRules.Check(candidate, compilation.GetSemanticModel(candidate.SyntaxTree), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (new([Failures.Describe(candidate.ToString(), LocationInfo.From(candidate), exception)]), Footing.Everything);
        }
    }
}

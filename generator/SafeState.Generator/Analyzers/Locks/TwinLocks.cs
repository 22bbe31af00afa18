using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SafeState.Generator.Analyzers.Programs;

namespace SafeState.Generator.Analyzers.Locks;

/// <summary>
/// Finds two instances of one holder locked one inside the other, where the caller says which is which: <c>Transfer(from, to)</c> by one thread
/// and <c>Transfer(to, from)</c> by another wait for each other. A body that compares the two is taken to choose an order.
/// </summary>
internal static class TwinLocks
{
    public static IEnumerable<(HeldRegion Outer, Acquisition Inner)> Find(Body body) =>
        from region in HeldRegions.Find(body)
        where region.Instance is { } outer && IsGiven(outer, body)
        from operation in region.Operations
        let inner = Acquisitions.Of(operation, body)
        where inner?.Instance is { } place
            && SymbolEqualityComparer.Default.Equals(inner.Holder, region.Holder.OriginalDefinition)
            && IsGiven(place, body)
            && !place.Equals(region.Instance!.Value)
            && !AreCompared(place.Root, region.Instance.Value.Root, body)
        select (region, inner);

    /// <summary>A parameter that keeps what the caller gave, or <c>this</c>.</summary>
    private static bool IsGiven(Place place, Body body) =>
        place.IsRoot && (place.Root is INamedTypeSymbol || (place.Root is IParameterSymbol && body.Assignments.Of(place.Root).Count == 0));

    private static bool AreCompared(ISymbol left, ISymbol right, Body body) => body.Root.Descendants().Any(operation =>
        IsComparison(operation) && Mentions(operation, left) && Mentions(operation, right));

    private static bool IsComparison(IOperation operation) => operation switch
    {
        IBinaryOperation binary => binary.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
        IInvocationOperation call => call.TargetMethod.Name is "Compare" or "CompareTo" or "CompareOrdinal",
        _ => false,
    };

    private static bool Mentions(IOperation operation, ISymbol symbol) => operation.Descendants().Any(part => part switch
    {
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, symbol),
        IInstanceReferenceOperation => symbol is INamedTypeSymbol,
        _ => false,
    });
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SafeState.Generator.Analyzers.Programs;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Analyzers.TwoInstants;

/// <summary>
/// Finds facades that are given to what asks for their count, makes room for so many, and enumerates them then. Most of the platform only
/// enumerates: LINQ, the constructors of collections, serialisers.
/// </summary>
internal static class CountedEnumerations
{
    /// <summary>The facades, each with what enumerates it.</summary>
    public static IEnumerable<(SyntaxNode Facade, SyntaxNode By)> Find(Body body) =>
        InSpreads(body).Concat(body.Root.Descendants().SelectMany(operation => operation switch
        {
            IInvocationOperation call when AsksForCount(call.TargetMethod) => InArguments(call),
            IForEachLoopOperation loop => InLoop(loop, body),
            _ => [],
        }));

    // The operation of a collection expression is younger than the oldest compiler that has to load this.
    private static IEnumerable<(SyntaxNode Facade, SyntaxNode By)> InSpreads(Body body) =>
        from spread in body.Root.Syntax.DescendantNodes(node => node is not MemberDeclarationSyntax || node == body.Root.Syntax || node is GlobalStatementSyntax).OfType<SpreadElementSyntax>()
        let model = body.Root.SemanticModel
        where model is not null
            && LibraryTypes.FacadeFamily(model.GetTypeInfo(spread.Expression).Type) is not null
            && IsMadeInOnePiece(model.GetTypeInfo((ExpressionSyntax)spread.Parent!).ConvertedType)
        select ((SyntaxNode)spread.Expression, spread.Parent!);

    /// <summary>Whether a collection expression of this type makes room for all elements first; others are filled one by one.</summary>
    private static bool IsMadeInOnePiece(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol or { TypeKind: TypeKind.Interface } => true,
        INamedTypeSymbol named => named.ContainingNamespace.Is("System.Collections.Generic") ? named.Name == "List"
            : named is { Name: "Span" or "ReadOnlySpan" } || named.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CollectionBuilderAttribute"),
        _ => false,
    };

    private static bool AsksForCount(IMethodSymbol method) =>
        method.Name is "CreateRange" or "ToImmutableArray" or "ToImmutableList" or "AddRange" or "InsertRange"
        && method.ContainingType is { } type
        && (type.ContainingType ?? type) is { Name: "ImmutableArray" or "ImmutableList" } collection
        && collection.ContainingNamespace.Is("System.Collections.Immutable");

    private static IEnumerable<(SyntaxNode Facade, SyntaxNode By)> InArguments(IInvocationOperation call) =>
        from argument in call.Arguments
        let value = argument.Value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : argument.Value
        where LibraryTypes.FacadeFamily(value.Type) is not null
        select (value.Syntax, call.Syntax);

    /// <summary>A loop that fills an array which was made for as many elements as there were.</summary>
    private static IEnumerable<(SyntaxNode Facade, SyntaxNode By)> InLoop(IForEachLoopOperation loop, Body body)
    {
        var facade = loop.Collection is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : loop.Collection;
        if (LibraryTypes.FacadeFamily(facade.Type) is not null && Place.Of(facade, body) is { } place && ArrayFor(place, loop, body) is { } array)
        {
            yield return (facade.Syntax, array.Syntax);
        }
    }

    private static IOperation? ArrayFor(Place place, IForEachLoopOperation loop, Body body) => body.Root.Descendants()
        .OfType<IArrayCreationOperation>()
        .FirstOrDefault(array => array.Syntax.SpanStart < loop.Syntax.SpanStart
            && array.Initializer is null
            && body.RegionOf(array) == body.RegionOf(loop)
            && array.DimensionSizes.Any(size => size is IPropertyReferenceOperation { Property.Name: "Count", Instance: { } counted } && Place.Of(counted, body) is { } other && other.Equals(place))
            && array.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var filled } }
            && IsFilled(filled, loop));

    private static bool IsFilled(ILocalSymbol array, IForEachLoopOperation loop) => loop.Body.Descendants().Any(operation =>
        operation is IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation { Local: var local }, Parent: IAssignmentOperation }
        && SymbolEqualityComparer.Default.Equals(local, array));
}

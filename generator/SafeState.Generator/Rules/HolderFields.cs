using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE005: the types that state may have; SAFE006: what may leave the lock by reference.</summary>
internal static class HolderFields
{
    /// <returns>The types that may be shared, with those inside them.</returns>
    public static IReadOnlyCollection<ITypeSymbol> Check(INamedTypeSymbol holder, Compilation compilation, List<DiagnosticInfo> findings, CancellationToken cancellationToken)
    {
        var shareability = new Shareability(compilation, cancellationToken);
        foreach (var field in HolderSymbols.IsNode(holder) ? HolderSymbols.NodeFields(holder) : HolderSymbols.StateFields(holder))
        {
            if (FindFlawInType(holder, field) is var (flaw, wayOut))
            {
                findings.Add(DiagnosticInfo.Create(
                    Descriptors.UnsupportedState, Describe.Place(field), field.Name, Describe.Name(holder), Describe.Name(field.Type), flaw, wayOut));
            }
            else if (!StateOptions.Of(field).IsByReference)
            {
                CheckValues(holder, field, shareability, findings);
            }
        }

        return shareability.Proven;
    }

    private static (string Flaw, string WayOut)? FindFlawInType(INamedTypeSymbol holder, IFieldSymbol field)
    {
        if (Visibilities.IsOutOfReachOfScopes(field, holder))
        {
            return ("which only the holder sees, so that the holder's scopes, which others see, cannot show it", "make the type as visible as the scopes, or leave ScopeAccess at Private");
        }

        if (CollectionKinds.Find(field.Type) is not null)
        {
            return field.NullableAnnotation == NullableAnnotation.Annotated
                ? ("which may be null, when there must always be a collection to lock", "drop the '?' and initialise it with 'new()'")
                : null;
        }

        return CollectionKinds.IsUnsupportedCollection(field.Type)
            ? ("a collection that SafeState cannot guard", "use Dictionary, SortedDictionary, HashSet, List or Queue, an immutable collection that is replaced as a whole, or say [NotState] and guard it yourself")
            : null;
    }

    private static void CheckValues(INamedTypeSymbol holder, IFieldSymbol field, Shareability shareability, List<DiagnosticInfo> findings)
    {
        foreach (var obstacle in FindObstacles(field, shareability))
        {
            findings.Add(DiagnosticInfo.Create(
                Descriptors.NotShareable, Describe.Place(field), field.Name, Describe.Name(holder), obstacle.Role, obstacle.Reason, WaysOut(field, obstacle)));
        }
    }

    private static IEnumerable<Obstacle> FindObstacles(IFieldSymbol field, Shareability shareability) =>
        CollectionKinds.Find(field.Type) is not null
            ? FindInParts(((INamedTypeSymbol)field.Type).TypeArguments, string.Empty, CollectionKinds.Find(field.Type), shareability)
            : HolderSymbols.IsNode(field.Type) ? [] : FindIn("value", field.Type, isLookedUp: false, shareability);

    private static IEnumerable<Obstacle> FindInParts(
        IReadOnlyList<ITypeSymbol> parts, string owner, CollectionKind? kind, Shareability shareability)
    {
        if (parts.Count == 2)
        {
            return FindInKey($"{owner}keys", parts[0], shareability).Concat(FindInValue($"{owner}values", parts[1], shareability));
        }

        return kind == CollectionKind.HashSet
            ? FindInKey($"{owner}elements", parts[0], shareability)
            : FindInValue($"{owner}elements", parts[0], shareability);
    }

    // A collection is no value that can be looked for: it is compared as an object, and changes while it is compared.
    private static IEnumerable<Obstacle> FindInKey(string role, ITypeSymbol type, Shareability shareability) =>
        Values.InnerParts(type) is null && !HolderSymbols.IsNode(type)
            ? FindIn(role, type, isLookedUp: true, shareability)
            : [new(role, type, $"'{Describe.Name(type.WithNullableAnnotation(NullableAnnotation.None))}' is a mutable {(HolderSymbols.IsNode(type) ? "node" : "collection")}, and what is looked up must not change", IsLookedUp: true)];

    // A collection inside another is copied on its way in and out; what is in it is judged like what is in the field.
    private static IEnumerable<Obstacle> FindInValue(string role, ITypeSymbol type, Shareability shareability)
    {
        var parts = Values.InnerParts(type);
        if (parts is null && !HolderSymbols.IsNode(type))
        {
            return FindIn(role, type, isLookedUp: false, shareability);
        }

        return type.NullableAnnotation == NullableAnnotation.Annotated
            ? [new(role, type, $"'{Describe.Name(type)}' may be null, and there must be something to lock and to copy", IsLookedUp: false)]
            : parts is null ? [] : FindInParts(parts, $"{role}' ", CollectionKinds.Find(type), shareability);
    }

    private static IEnumerable<Obstacle> FindIn(string role, ITypeSymbol type, bool isLookedUp, Shareability shareability) =>
        shareability.FindObstacle(type) is { } reason ? [new(role, type, reason, isLookedUp)] : [];

    private static string WaysOut(IFieldSymbol field, Obstacle obstacle)
    {
        var type = obstacle.Type.WithNullableAnnotation(NullableAnnotation.None);
        var vouch = $"vouch for it with [State(Values = ValueSharing.ByReference)] on '{field.Name}'";
        if (!obstacle.IsLookedUp && (Values.InnerParts(type) is not null || HolderSymbols.IsNode(type)))
        {
            return $"drop the '?' and leave out what is not there, or {vouch}";
        }

        if (HolderSymbols.IsCollection(type) && !obstacle.IsLookedUp)
        {
            return $"use Dictionary, SortedDictionary, HashSet, List, Queue or an array, which the holder copies, an immutable collection, or {vouch}";
        }

        // Only a type of this project can be changed or marked; a node is mutable, and stays so.
        return type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } named
            && ShareableTypes.IsDeclaredInSource(named)
            && !HolderSymbols.IsCollection(type)
            && !HolderSymbols.IsNode(type)
            ? $"make '{Describe.Name(type)}' immutable (a record or sealed class with readonly members of such types), {(CouldBeNode(named) && !obstacle.IsLookedUp ? "let it live in the holder as a [StateNode], " : "")}mark it [ThreadSafe] if it synchronises itself or [ImmutableObject(true)] if it never changes, or {vouch}"
            : IsService(type) && CollectionKinds.Find(field.Type) is null && !HolderSymbols.IsNode(field.ContainingType)
            ? $"make '{field.Name}' readonly if only the constructor sets it, for then it is no state; if it is replaced later, {vouch} where it guards itself, or say [NotState] and guard it yourself"
            : $"use an immutable type instead (a record, or a collection of System.Collections.Immutable), a type marked [ThreadSafe] or [ImmutableObject(true)], or {vouch}";
    }

    /// <summary>Whether a type is somebody else's class or an interface, which a field of one value refers to in order to use it.</summary>
    private static bool IsService(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface, SpecialType: SpecialType.None } and not IErrorTypeSymbol && !HolderSymbols.IsCollection(type);

    private static bool CouldBeNode(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsRecord: false, IsAbstract: false, BaseType.SpecialType: SpecialType.System_Object };

    /// <summary>Why what <paramref name="Role"/> says cannot be shared, and whether it is looked up by its value, as keys are.</summary>
    private sealed record Obstacle(string Role, ITypeSymbol Type, string Reason, bool IsLookedUp);
}

using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;

namespace SafeState.CodeFixes.Access;

/// <summary>The interfaces of collections that facades and snapshots implement.</summary>
internal static class Interfaces
{
    /// <summary>Whether the facade of a collection of this kind can stand where <paramref name="type"/> is expected.</summary>
    public static bool IsOf(CollectionKind kind, ITypeSymbol? type) => IsOfAny(type) || (IsGeneric(type) && (kind, type!.MetadataName) switch
    {
        (CollectionKind.Dictionary or CollectionKind.SortedDictionary, "IReadOnlyDictionary`2") => true,
        (CollectionKind.HashSet, "IReadOnlySet`1") => true,
        (CollectionKind.List, "IReadOnlyList`1") => true,
        _ => false,
    });

    /// <summary>Whether every facade, and a map's keys and values, can stand where <paramref name="type"/> is expected.</summary>
    public static bool IsOfAny(ITypeSymbol? type) =>
        type?.SpecialType == SpecialType.System_Collections_IEnumerable || (IsGeneric(type) && type!.MetadataName is "IEnumerable`1" or "IReadOnlyCollection`1");

    public static bool IsComparer(ITypeSymbol type) => type.Name is "IEqualityComparer" or "IComparer";

    private static bool IsGeneric(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface } named && named.ContainingNamespace.ToDisplayString() == "System.Collections.Generic";
}

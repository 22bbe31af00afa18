using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Parsing;

/// <summary>Recognises collection types. A new collection is supported by adding it here, in the emission and as a facade.</summary>
internal static class CollectionKinds
{
    /// <summary>The kind of a supported collection type, or null.</summary>
    public static CollectionKind? Find(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { ContainingType: null } named || !IsInNamespace(named, "System.Collections.Generic"))
        {
            return null;
        }

        return named.MetadataName switch
        {
            "Dictionary`2" => CollectionKind.Dictionary,
            "SortedDictionary`2" => CollectionKind.SortedDictionary,
            "HashSet`1" => CollectionKind.HashSet,
            "List`1" => CollectionKind.List,
            "Queue`1" => CollectionKind.Queue,
            _ => null,
        };
    }

    /// <summary>Whether <paramref name="type"/> is a mutable collection that is not supported: an array, another or a derived collection class, a collection interface.</summary>
    public static bool IsUnsupportedCollection(ITypeSymbol type)
    {
        if (Find(type) is not null || type.SpecialType == SpecialType.System_String)
        {
            return false;
        }

        if (type is IArrayTypeSymbol)
        {
            return true;
        }

        if (type is not INamedTypeSymbol named || IsSafeToShare(named))
        {
            return false;
        }

        return IsMutableCollectionInterface(named)
            || (PlainDeclarations.MayHaveBases(named) && named.AllInterfaces.Any(IsMutableCollectionInterface))
            || IsOldOrSpecial(named);
    }

    /// <summary>The builders and enumerators nested in immutable collections are not safe at all.</summary>
    private static bool IsSafeToShare(INamedTypeSymbol type) =>
        (type.ContainingType is null
            && (IsInNamespace(type, "System.Collections.Immutable")
                || IsInNamespace(type, "System.Collections.Frozen")
                || IsInNamespace(type, "System.Collections.Concurrent")))
        || ShareableTypes.IsRuntimeType(type)
        || HolderSymbols.FindAttribute(type, HolderSymbols.ThreadSafeAttribute) is not null;

    private static bool IsMutableCollectionInterface(INamedTypeSymbol type) => type.TypeKind == TypeKind.Interface
        && (IsInNamespace(type, "System.Collections.Generic") || IsInNamespace(type, "System.Collections"))
        && type.MetadataName is "ICollection`1" or "IList`1" or "IDictionary`2" or "ISet`1" or "ICollection" or "IList" or "IDictionary"
            or "IReadOnlyCollection`1" or "IReadOnlyList`1" or "IReadOnlyDictionary`2" or "IReadOnlySet`1";

    private static bool IsOldOrSpecial(INamedTypeSymbol type) =>
        IsInNamespace(type, "System.Collections.Generic") && type.MetadataName is "Stack`1" or "PriorityQueue`2" or "IEnumerable`1";

    private static bool IsInNamespace(INamedTypeSymbol type, string name) => type.ContainingNamespace.Is(name);
}

using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;

namespace SafeState.Generator.Parsing;

/// <summary>Tells how a value lives in a holder: as it is, or as a collection inside another.</summary>
internal static class Values
{
    /// <summary>The collection that a field holds, or null if it holds none.</summary>
    public static CollectionValue? OfField(ITypeSymbol type, StateOptions options) => CollectionKinds.Find(type) is { } kind
        ? Collection(kind, ((INamedTypeSymbol)type).TypeArguments, options)
        : null;

    /// <summary>The types of which a collection inside another is made, or null if the type is none that can be: its elements, or its keys and values.</summary>
    public static IReadOnlyList<ITypeSymbol>? InnerParts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => [array.ElementType],
        INamedTypeSymbol named when CollectionKinds.Find(named) is not null => named.TypeArguments,
        _ => null,
    };

    private static ValueModel Of(ITypeSymbol type, StateOptions options)
    {
        if (options.IsByReference)
        {
            return new PlainValue(TypeName(type, options));
        }

        return type is IArrayTypeSymbol { IsSZArray: true } array
            ? Collection(CollectionKind.Array, [array.ElementType], options)
            : OfField(type, options) ?? (ValueModel)new PlainValue(TypeName(type, options));
    }

    // What is compared, the keys of a map and the elements of a set, is always taken as it is: SAFE006 says what it cannot be.
    private static CollectionValue Collection(CollectionKind kind, IReadOnlyList<ITypeSymbol> parts, StateOptions options) => kind switch
    {
        CollectionKind.HashSet => new CollectionValue(kind, null, new PlainValue(TypeName(parts[0], options))),
        CollectionKind.Dictionary or CollectionKind.SortedDictionary =>
            new CollectionValue(kind, TypeName(parts[0], options), Of(parts[1], options)),
        _ => new CollectionValue(kind, null, Of(parts[0], options)),
    };

    // An unknown type is an error already (SAFE006), which 'object' does not repeat. Where the author vouches for it, another
    // generator may write it: its name stands as it is.
    public static string TypeName(ITypeSymbol type, StateOptions options) =>
        !options.IsByReference && Contains(type, part => part.TypeKind == TypeKind.Error) ? "object" : TypeNames.Qualified(type);

    public static bool Contains(ITypeSymbol type, Func<ITypeSymbol, bool> isSought) => isSought(type) || type switch
    {
        IArrayTypeSymbol array => Contains(array.ElementType, isSought),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Contains(argument, isSought)),
        _ => false,
    };
}

using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;

namespace SafeState.Generator.Parsing;

/// <summary>Tells how a value lives in a holder: as it is, or as a collection inside another.</summary>
internal static class Values
{
    /// <summary>The collection or the place for a node that a field is, or null if it is neither.</summary>
    public static CollectionValue? OfField(ITypeSymbol type, StateOptions options)
    {
        if (CollectionKinds.Find(type) is { } kind)
        {
            return Collection(kind, ((INamedTypeSymbol)type).TypeArguments, options);
        }

        return HolderSymbols.IsNode(type)
            ? new CollectionValue(KindOfNode(type), null, Node(type))
            : null;
    }

    /// <summary>The kind of what <see cref="OfField"/> finds, without the names of types, which take longer to write.</summary>
    public static CollectionKind? KindOfField(ITypeSymbol type) => CollectionKinds.Find(type) ?? (HolderSymbols.IsNode(type) ? KindOfNode(type) : null);

    /// <summary>Whether the elements of what a field of this type has live in the holder as something else than what is declared.</summary>
    public static bool IsNested(ITypeSymbol type, StateOptions options) => CollectionKinds.Find(type) is { } kind
        ? kind != CollectionKind.HashSet && !options.IsByReference && IsInner(((INamedTypeSymbol)type).TypeArguments.Last())
        : HolderSymbols.IsNode(type);

    /// <summary>The types of which a collection inside another is made, or null if the type is none that can be: its elements, or its keys and values.</summary>
    public static IReadOnlyList<ITypeSymbol>? InnerParts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => [array.ElementType],
        INamedTypeSymbol named when CollectionKinds.Find(named) is not null => named.TypeArguments,
        _ => null,
    };

    private static CollectionKind KindOfNode(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated ? CollectionKind.OptionalNode : CollectionKind.Node;

    private static bool IsInner(ITypeSymbol type) => InnerParts(type) is not null || HolderSymbols.IsNode(type);

    private static ValueModel Of(ITypeSymbol type, StateOptions options)
    {
        if (options.IsByReference)
        {
            return new PlainValue(TypeName(type, options));
        }

        if (HolderSymbols.IsNode(type))
        {
            return Node(type);
        }

        return type is IArrayTypeSymbol { IsSZArray: true } array
            ? Collection(CollectionKind.Array, [array.ElementType], options)
            : OfField(type, options) ?? (ValueModel)new PlainValue(TypeName(type, options));
    }

    private static NodeValue Node(ITypeSymbol type) => new(
        TypeNames.Qualified(type.WithNullableAnnotation(NullableAnnotation.None)),
        CanBeCreated((INamedTypeSymbol)type));

    /// <summary>Whether a node class has a constructor without parameters, which generated code in it can call.</summary>
    public static bool CanBeCreated(INamedTypeSymbol node) => node.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty)
        && !node.GetMembers().OfType<IPropertySymbol>().Any(property => property.IsRequired)
        && !node.GetMembers().OfType<IFieldSymbol>().Any(field => field.IsRequired);

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

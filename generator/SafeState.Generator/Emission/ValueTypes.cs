using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>The types and expressions by which generated code names what serves a value.</summary>
internal static class ValueTypes
{
    private const string Views = "global::SafeState.Views";
    private const string Storage = "global::SafeState.Storage";

    /// <summary>The immutable type in which a value is handed out.</summary>
    public static string Shared(this ValueModel value) => value switch
    {
        NodeValue => $"{value.Type}.StateSnapshot",
        CollectionValue { IsNodePlace: true } place => $"{Storage}.NodePart<{place.Element.Shared()}>",
        CollectionValue collection => $"global::SafeState.{collection.Stem()}Snapshot<{Arguments(collection.Key, collection.Element.Shared())}>",
        _ => value.Type,
    };

    /// <summary>The base of a collection's facade.</summary>
    public static string Facade(this CollectionValue collection, Access access, string gate)
    {
        var prefix = access == Access.ReadOnly ? "ReadOnly" : string.Empty;
        if (collection.IsNodePlace)
        {
            return $"global::SafeState.{prefix}NodeFacade<{Arguments(collection.Element.Type, collection.Element.Shared(), gate)}>";
        }

        if (!collection.IsNested)
        {
            return $"global::SafeState.{prefix}{collection.Stem()}Facade<{Arguments(collection.Key, collection.Element.Type, gate)}>";
        }

        // What can be done with the value of a key in one step depends on what it is.
        return collection is { Key: { } key, Element: CollectionValue { IsNested: false } inner } && access != Access.ReadOnly
            ? $"global::SafeState.MapOf{inner.Stem()}sFacade<{Arguments(key, inner.Type, inner.Key, inner.Element.Type, gate)}>"
            : $"global::SafeState.{prefix}Nested{collection.Stem()}Facade<{Arguments(collection.Key, collection.Element.Type, collection.Element.Shared(), gate)}>";
    }

    /// <summary>The expression that makes the shape of a value.</summary>
    public static string Shape(this ValueModel value) => value switch
    {
        NodeValue => $"{value.Type}.__SafeShape",
        CollectionValue { IsNodePlace: true } place =>
            $"new {Storage}.SlotShape<{Arguments(place.Element.Type, place.Element.Shared())}>({place.Element.Shape()}, mayBeEmpty: {place.MayBeEmpty()})",
        CollectionValue { IsNested: true } nested =>
            $"new {Storage}.Nested{nested.Kind.Traits().Shape}Shape<{Arguments(nested.Key, nested.Element.Type, nested.Element.Shared())}>({nested.Element.Shape()})",
        CollectionValue plain => $"new {Storage}.{plain.Kind.Traits().Shape}Shape<{Arguments(plain.Key, plain.Element.Type)}>()",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, message: null),
    };

    public static string MayBeEmpty(this CollectionValue place) => place.Kind == CollectionKind.OptionalNode ? "true" : "false";

    /// <summary>The runtime's view that a generated one wraps: <c>NestedMapReader</c> and the like.</summary>
    public static string WrappedView(this CollectionValue collection, string role) =>
        $"{Views}.Nested{collection.Stem()}{role}<{Arguments(collection.Key, collection.Element.Type, collection.Element.Shared())}>";

    /// <summary>The runtime's view of a collection of plain values.</summary>
    public static string PlainView(this CollectionValue collection, string role) =>
        $"global::SafeState.{collection.Stem()}{role}<{Arguments(collection.Key, collection.Element.Type)}>";

    /// <summary>What a view of a value is made of: <c>HeldValue</c> for readers, <c>EditedValue</c> for editors.</summary>
    public static string Source(this ValueModel value, ViewRole role) => $"{Views}.{role.Source}<{value.Shared()}>";

    public static string Stem(this CollectionValue collection) => collection.Kind.Traits().Stem;

    private static string Arguments(params string?[] arguments) => string.Join(", ", arguments.Where(argument => argument is not null));
}

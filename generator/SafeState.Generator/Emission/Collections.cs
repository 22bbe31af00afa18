using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>The runtime types that serve a kind of collection: <c>MapFacade</c>, <c>MapReader</c>, <c>MapEditor</c>, <c>MapSnapshot</c>, <c>MapShape</c>.</summary>
/// <param name="Stem">What the names of the types begin with.</param>
/// <param name="Noun">What documentation calls the collection.</param>
/// <param name="Shape">What the names of shapes begin with, which tell collections apart that are one to facades and views.</param>
internal sealed record CollectionTraits(string Stem, string Noun, string Shape);

/// <summary>The table of collections.</summary>
internal static class Collections
{
    public static CollectionTraits Traits(this CollectionKind kind) => kind switch
    {
        CollectionKind.Dictionary => new("Map", "map", "Map"),
        CollectionKind.SortedDictionary => new("Map", "map", "SortedMap"),
        CollectionKind.HashSet => new("Set", "set", "Set"),
        CollectionKind.List => new("List", "list", "List"),
        CollectionKind.Array => new("List", "list", "Array"),
        CollectionKind.Queue => new("Queue", "queue", "Queue"),
        CollectionKind.Node or CollectionKind.OptionalNode => new("Node", "node", "Slot"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}

using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>The runtime types that serve a kind of collection: <c>MapFacade</c>, <c>MapReader</c>, <c>MapEditor</c>, <c>MapSnapshot</c>.</summary>
/// <param name="Stem">What the names of the types begin with.</param>
/// <param name="Noun">What documentation calls the collection.</param>
internal sealed record CollectionTraits(string Stem, string Noun)
{
    public string Facade(CollectionShape shape, Access access, string gate)
    {
        var prefix = access == Access.ReadOnly ? "ReadOnly" : string.Empty;
        return $"global::SafeState.{prefix}{Stem}Facade<{Arguments(shape)}, {gate}>";
    }

    public string Reader(CollectionShape shape) => $"global::SafeState.{Stem}Reader<{Arguments(shape)}>";

    public string Editor(CollectionShape shape) => $"global::SafeState.{Stem}Editor<{Arguments(shape)}>";

    public string Snapshot(CollectionShape shape) => $"global::SafeState.{Stem}Snapshot<{Arguments(shape)}>";

    private static string Arguments(CollectionShape shape) => string.Join(", ", shape.Arguments);
}

/// <summary>The table of collections.</summary>
internal static class Collections
{
    private static readonly CollectionTraits Map = new("Map", "map");
    private static readonly CollectionTraits Set = new("Set", "set");
    private static readonly CollectionTraits List = new("List", "list");
    private static readonly CollectionTraits Queue = new("Queue", "queue");

    public static CollectionTraits Traits(this CollectionKind kind) => kind switch
    {
        CollectionKind.Dictionary or CollectionKind.SortedDictionary => Map,
        CollectionKind.HashSet => Set,
        CollectionKind.List => List,
        CollectionKind.Queue => Queue,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}

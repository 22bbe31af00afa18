namespace SafeState.Generator.Model;

/// <summary>The collections that a state field may have, named like their types in <c>System.Collections.Generic</c>, and the array, which may only be inside one.</summary>
internal enum CollectionKind
{
    Dictionary,
    SortedDictionary,
    HashSet,
    List,
    Queue,
    Array,

    /// <summary>A place for one node.</summary>
    Node,

    /// <summary>A place for one node or none.</summary>
    OptionalNode,
}

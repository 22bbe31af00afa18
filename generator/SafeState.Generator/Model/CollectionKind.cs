namespace SafeState.Generator.Model;

/// <summary>The collections that a state field may have.</summary>
internal enum CollectionKind
{
    Dictionary,
    SortedDictionary,
    HashSet,
    List,
    Queue,
}

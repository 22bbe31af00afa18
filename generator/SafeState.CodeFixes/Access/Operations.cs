using SafeState.Generator.Model;

namespace SafeState.CodeFixes.Access;

/// <summary>The methods of collections that generated members have too, with the same meaning.</summary>
internal static class Operations
{
    private static readonly HashSet<(CollectionKind Kind, string Method, int Arguments)> Reads = new(
    [
        .. OfMaps(("TryGetValue", 2), ("ContainsKey", 1)),
        (CollectionKind.HashSet, "Contains", 1), (CollectionKind.HashSet, "TryGetValue", 2),
        (CollectionKind.List, "Contains", 1), (CollectionKind.List, "IndexOf", 1),
        (CollectionKind.Queue, "Contains", 1), (CollectionKind.Queue, "TryPeek", 1),
    ]);

    private static readonly HashSet<(CollectionKind Kind, string Method, int Arguments)> Writes = new(
    [
        .. OfMaps(("Add", 2), ("TryAdd", 2), ("Remove", 1), ("Remove", 2), ("Clear", 0)),
        (CollectionKind.HashSet, "Add", 1), (CollectionKind.HashSet, "Remove", 1), (CollectionKind.HashSet, "Clear", 0),
        (CollectionKind.List, "Add", 1), (CollectionKind.List, "Insert", 2), (CollectionKind.List, "Remove", 1),
        (CollectionKind.List, "RemoveAt", 1), (CollectionKind.List, "Clear", 0),
        (CollectionKind.Queue, "Enqueue", 1), (CollectionKind.Queue, "TryDequeue", 1), (CollectionKind.Queue, "Clear", 0),
    ]);

    private static readonly HashSet<string> Comparisons =
        ["IsSubsetOf", "IsSupersetOf", "IsProperSubsetOf", "IsProperSupersetOf", "Overlaps", "SetEquals"];

    /// <summary>Whether facade, views and snapshot have the operation, and it reads.</summary>
    public static bool IsRead(CollectionKind kind, string method, int arguments) => Reads.Contains((kind, method, arguments));

    /// <summary>Whether facade and editor have the operation, and it changes the collection.</summary>
    public static bool IsWrite(CollectionKind kind, string method, int arguments) => Writes.Contains((kind, method, arguments));

    /// <summary>Whether facade and snapshot have the operation, and views do not.</summary>
    public static bool IsComparison(CollectionKind kind, string method, int arguments) =>
        kind == CollectionKind.HashSet && arguments == 1 && Comparisons.Contains(method);

    /// <summary>The facade's own word for a change of many elements, with the number of elements as its result where the collection has none.</summary>
    public static (string Name, bool NeedsStatement, bool TakesPredicate)? OfMany(CollectionKind kind, string method, int arguments) => (kind, method, arguments) switch
    {
        (CollectionKind.List, "AddRange", 1) => ("AddRange", false, false),
        (CollectionKind.List, "RemoveAll", 1) => ("RemoveWhere", false, true),
        (CollectionKind.HashSet, "RemoveWhere", 1) => ("RemoveWhere", false, true),
        // A set's own method returns nothing, the facade's says how many were new.
        (CollectionKind.HashSet, "UnionWith", 1) => ("AddRange", true, false),
        _ => null,
    };

    /// <summary>LINQ's word for a question that only lists can be asked directly.</summary>
    public static (string Name, bool TakesPredicate)? OfLinq(CollectionKind kind, string method, int arguments) => (kind, method, arguments) switch
    {
        (CollectionKind.List, "Exists", 1) => ("Any", true),
        (CollectionKind.List, "Find", 1) => ("FirstOrDefault", true),
        (CollectionKind.List, "TrueForAll", 1) => ("All", true),
        (CollectionKind.List or CollectionKind.Queue, "ToArray", 0) => ("ToArray", false),
        _ => null,
    };

    private static IEnumerable<(CollectionKind Kind, string Method, int Arguments)> OfMaps(params (string Method, int Arguments)[] operations) => operations.SelectMany(
        operation => new[] { CollectionKind.Dictionary, CollectionKind.SortedDictionary },
        (operation, kind) => (kind, operation.Method, operation.Arguments));
}

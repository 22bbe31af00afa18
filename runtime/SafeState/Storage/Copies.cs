using System.ComponentModel;

namespace SafeState.Storage;

/// <summary>Makes collections that were copied for a caller independent of their values, too, where these bring their own copy. Called without a lock: it calls the values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Copies
{
    /// <summary>A copy of a value that brings its own; any other value itself. Used by generated code.</summary>
    public static T Of<T>(T value) => value is IDeepCopyable<T> copyable ? copyable.DeepCopy() : value;

    internal static List<T> Of<T>(List<T> copied) => AreNeeded(copied) ? copied.ConvertAll(Of) : copied;

    internal static T[] Of<T>(T[] copied) => AreNeeded(copied) ? Array.ConvertAll(copied, Of) : copied;

    internal static HashSet<T> Of<T>(HashSet<T> copied) => AreNeeded(copied) ? new(copied.Select(Of), copied.Comparer) : copied;

    internal static Queue<T> Of<T>(Queue<T> copied) => AreNeeded(copied) ? new(copied.Select(Of)) : copied;

    internal static Dictionary<TKey, TValue> Of<TKey, TValue>(Dictionary<TKey, TValue> copied)
        where TKey : notnull => AreNeeded(copied.Values) ? new MapStorage<TKey, TValue>(copied).Convert(Of).Hashed! : copied;

    internal static SortedDictionary<TKey, TValue> Of<TKey, TValue>(SortedDictionary<TKey, TValue> copied)
        where TKey : notnull => AreNeeded(copied.Values) ? new MapStorage<TKey, TValue>(copied).Convert(Of).Sorted! : copied;

    // For a struct that does not bring its own copy the JIT knows the answer.
    private static bool AreNeeded<T>(IEnumerable<T> values) =>
        (default(T) is null || default(T) is IDeepCopyable<T>) && values.Any(value => value is IDeepCopyable<T>);
}

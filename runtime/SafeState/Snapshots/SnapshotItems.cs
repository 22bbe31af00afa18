using System.Collections;

namespace SafeState;

/// <summary>The keys or the values of a snapshot.</summary>
/// <remarks>
/// The platform's own collections of keys and values hand out the map they belong to, as their <c>SyncRoot</c>: whoever had one
/// could change a snapshot, and with it what a frozen holder holds.
/// </remarks>
internal sealed class SnapshotItems<T>(ICollection<T> items) : ICollection<T>, IReadOnlyCollection<T>
{
    public int Count => items.Count;

    public bool IsReadOnly => true;

    public bool Contains(T item) => items.Contains(item);

    public void CopyTo(T[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    public void Add(T item) => throw IsImmutable();

    public bool Remove(T item) => throw IsImmutable();

    public void Clear() => throw IsImmutable();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static NotSupportedException IsImmutable() => new("A snapshot cannot be changed.");
}

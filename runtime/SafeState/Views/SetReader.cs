using System.Diagnostics.CodeAnalysis;

namespace SafeState;

/// <summary>A set of a holder inside a read scope. Valid until the scope ends; the compiler keeps it from leaving the scope's block.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public readonly ref struct SetReader<T>
{
    private readonly HashSet<T> _items;

    internal SetReader(HashSet<T> items) => _items = items;

    /// <summary>The number of elements. O(1).</summary>
    public int Count => _items.Count;

    /// <summary>Whether there are no elements. O(1).</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Whether <paramref name="item"/> is there. O(1).</summary>
    public bool Contains(T item) => _items.Contains(item);

    /// <summary>The element that equals <paramref name="equalValue"/>, if there is one.</summary>
    public bool TryGetValue(T equalValue, [MaybeNullWhen(false)] out T actualValue) => _items.TryGetValue(equalValue, out actualValue);

    /// <summary>Enumerates the elements under the scope's lock, without a copy.</summary>
    public Enumerator GetEnumerator() => new(_items.GetEnumerator());

    /// <summary>Enumerates a set inside a scope.</summary>
    public ref struct Enumerator
    {
        private HashSet<T>.Enumerator _items;

        internal Enumerator(HashSet<T>.Enumerator items) => _items = items;

        /// <summary>The element the enumerator is at.</summary>
        public readonly T Current => _items.Current;

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext() => _items.MoveNext();
    }
}

using System.Diagnostics.CodeAnalysis;
using SafeState.Storage;

namespace SafeState;

/// <summary>A list of a holder inside a read scope. Valid until the scope ends; the compiler keeps it from leaving the scope's block.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public readonly ref struct ListReader<T>
{
    private readonly ReadOnlySpan<T> _items;

    internal ListReader(ReadOnlySpan<T> items) => _items = items;

    /// <summary>The number of elements. O(1).</summary>
    public int Count => _items.Length;

    /// <summary>Whether there are no elements. O(1).</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The element at <paramref name="index"/>. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public T this[int index] => TryGet(index, out var item) ? item : throw Spans.OutOfRange(index, "list");

    /// <summary>Whether <paramref name="item"/> is there. O(n).</summary>
    public bool Contains(T item) => IndexOf(item) >= 0;

    /// <summary>The index of the first element that equals <paramref name="item"/>, or -1. O(n).</summary>
    public int IndexOf(T item) => Spans.IndexOf(_items, item);

    /// <summary>The element at <paramref name="index"/>, if the list is that long.</summary>
    public bool TryGet(int index, [MaybeNullWhen(false)] out T item) => Spans.TryGet(_items, index, out item);

    /// <summary>Enumerates the elements under the scope's lock, without a copy.</summary>
    public Enumerator GetEnumerator() => new(_items.GetEnumerator());

    /// <summary>Enumerates a list inside a scope.</summary>
    public ref struct Enumerator
    {
        private ReadOnlySpan<T>.Enumerator _items;

        internal Enumerator(ReadOnlySpan<T>.Enumerator items) => _items = items;

        /// <summary>The element the enumerator is at.</summary>
        public readonly T Current => _items.Current;

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext() => _items.MoveNext();
    }
}

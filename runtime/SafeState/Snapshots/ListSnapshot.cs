using System.Collections;
using System.Diagnostics;
using SafeState.Storage;

namespace SafeState;

/// <summary>An immutable list as it was at one instant. Any number of threads may read it.</summary>
/// <remarks>To change the list that it was taken of, use its facade; of a list that is the value of a key, <c>AddTo</c> of the map's facade, or a scope.</remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
[DebuggerDisplay("Count = {Count}")]
public sealed class ListSnapshot<T> : IReadOnlyList<T>
{
    internal ListSnapshot(T[] items) => Items = items;

    /// <summary>The number of elements. O(1).</summary>
    public int Count => Items.Length;

    internal T[] Items { get; }

    /// <summary>The element at <paramref name="index"/>. O(1). There is nothing to assign: a snapshot does not change. To replace an element use <c>Set</c> or <c>Update</c> of the list's facade, to add one <c>Add</c>, or <c>AddTo</c> where the list is the value of a key.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public T this[int index] => Spans.TryGet<T>(Items, index, out var item) ? item : throw Spans.OutOfRange(index, "snapshot");

    /// <summary>Whether <paramref name="item"/> is there. O(n).</summary>
    public bool Contains(T item) => IndexOf(item) >= 0;

    /// <summary>The index of the first element that equals <paramref name="item"/>, or -1. O(n).</summary>
    public int IndexOf(T item) => Spans.IndexOf(Items, item);

    /// <summary>The elements as a span, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => Items;

    /// <summary>Enumerates the elements in order. Allocates nothing.</summary>
    public Enumerator GetEnumerator() => new(Items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates a snapshot. Not thread-safe itself: one enumerator, one thread.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items)
        {
            _items = items;
            _index = -1;
        }

        /// <summary>The element the enumerator is at.</summary>
        public readonly T Current => _items[_index];

        readonly object? IEnumerator.Current => Current;

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext()
        {
            if (_index + 1 >= _items.Length)
            {
                return false;
            }

            _index++;
            return true;
        }

        /// <summary>Does nothing: there is nothing to release.</summary>
        public readonly void Dispose()
        {
        }

        void IEnumerator.Reset() => _index = -1;
    }
}

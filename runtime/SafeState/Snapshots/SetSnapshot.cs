using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace SafeState;

/// <summary>An immutable set as it was at one instant. Any number of threads may read it.</summary>
/// <remarks>To change the set that it was taken of, use its facade; of a set that is the value of a key, <c>AddTo</c> of the map's facade, or a scope.</remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
[DebuggerDisplay("Count = {Count}")]
public sealed class SetSnapshot<T> : IReadOnlySet<T>
{
    internal SetSnapshot(HashSet<T> items) => Items = items;

    /// <summary>The number of elements. O(1).</summary>
    public int Count => Items.Count;

    internal HashSet<T> Items { get; }

    /// <inheritdoc/>
    public bool Contains(T item) => Items.Contains(item);

    /// <summary>The element that equals <paramref name="equalValue"/>, if there is one.</summary>
    public bool TryGetValue(T equalValue, [MaybeNullWhen(false)] out T actualValue) => Items.TryGetValue(equalValue, out actualValue);

    /// <inheritdoc/>
    public bool IsProperSubsetOf(IEnumerable<T> other) => Items.IsProperSubsetOf(other);

    /// <inheritdoc/>
    public bool IsProperSupersetOf(IEnumerable<T> other) => Items.IsProperSupersetOf(other);

    /// <inheritdoc/>
    public bool IsSubsetOf(IEnumerable<T> other) => Items.IsSubsetOf(other);

    /// <inheritdoc/>
    public bool IsSupersetOf(IEnumerable<T> other) => Items.IsSupersetOf(other);

    /// <inheritdoc/>
    public bool Overlaps(IEnumerable<T> other) => Items.Overlaps(other);

    /// <inheritdoc/>
    public bool SetEquals(IEnumerable<T> other) => Items.SetEquals(other);

    /// <summary>Enumerates the elements, in no specified order. Allocates nothing.</summary>
    public Enumerator GetEnumerator() => new(Items.GetEnumerator());

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates a snapshot. Not thread-safe itself: one enumerator, one thread.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private HashSet<T>.Enumerator _items;

        internal Enumerator(HashSet<T>.Enumerator items) => _items = items;

        /// <summary>The element the enumerator is at.</summary>
        public readonly T Current => _items.Current;

        readonly object? IEnumerator.Current => Current;

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext() => _items.MoveNext();

        /// <summary>Does nothing: there is nothing to release.</summary>
        public readonly void Dispose()
        {
        }

        void IEnumerator.Reset() => Reset(ref _items);

        private static void Reset<TEnumerator>(ref TEnumerator enumerator)
            where TEnumerator : struct, IEnumerator => enumerator.Reset();
    }
}

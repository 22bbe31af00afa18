using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace SafeState;

/// <summary>An immutable queue as it was at one instant. Any number of threads may read it.</summary>
/// <remarks>To change the queue that it was taken of, use its facade; of a queue that is the value of a key, <c>EnqueueTo</c> of the map's facade, or a scope.</remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
[DebuggerDisplay("Count = {Count}")]
public sealed class QueueSnapshot<T> : IReadOnlyCollection<T>
{
    internal QueueSnapshot(Queue<T> items) => Items = items;

    /// <summary>The number of elements. O(1).</summary>
    public int Count => Items.Count;

    internal Queue<T> Items { get; }

    /// <summary>Whether <paramref name="item"/> is there. O(n).</summary>
    public bool Contains(T item) => Items.Contains(item);

    /// <summary>The element at the head.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryPeek([MaybeNullWhen(false)] out T item) => Items.TryPeek(out item);

    /// <summary>Enumerates the elements from head to tail. Allocates nothing.</summary>
    public Enumerator GetEnumerator() => new(Items.GetEnumerator());

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates a snapshot. Not thread-safe itself: one enumerator, one thread.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private Queue<T>.Enumerator _items;

        internal Enumerator(Queue<T>.Enumerator items) => _items = items;

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

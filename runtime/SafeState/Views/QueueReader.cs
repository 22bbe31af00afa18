using System.Diagnostics.CodeAnalysis;

namespace SafeState;

/// <summary>A queue of a holder inside a read scope. Valid until the scope ends; the compiler keeps it from leaving the scope's block.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public readonly ref struct QueueReader<T>
{
    private readonly Queue<T> _items;

    internal QueueReader(Queue<T> items) => _items = items;

    /// <summary>The number of elements. O(1).</summary>
    public int Count => _items.Count;

    /// <summary>Whether there are no elements. O(1).</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Whether <paramref name="item"/> is there. O(n).</summary>
    public bool Contains(T item) => _items.Contains(item);

    /// <summary>The element at the head, which stays there.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryPeek([MaybeNullWhen(false)] out T item) => _items.TryPeek(out item);

    /// <summary>Enumerates the elements under the scope's lock, without a copy.</summary>
    public Enumerator GetEnumerator() => new(_items.GetEnumerator());

    /// <summary>Enumerates a queue inside a scope.</summary>
    public ref struct Enumerator
    {
        private Queue<T>.Enumerator _items;

        internal Enumerator(Queue<T>.Enumerator items) => _items = items;

        /// <summary>The element the enumerator is at.</summary>
        public readonly T Current => _items.Current;

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext() => _items.MoveNext();
    }
}

using System.Diagnostics.CodeAnalysis;
using SafeState.Storage;

namespace SafeState;

/// <summary>A map of a holder inside a read scope. Valid until the scope ends; the compiler keeps it from leaving the scope's block.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public readonly ref struct MapReader<TKey, TValue>
    where TKey : notnull
{
    private readonly MapStorage<TKey, TValue> _map;

    internal MapReader(MapStorage<TKey, TValue> map) => _map = map;

    /// <summary>The number of entries. O(1).</summary>
    public int Count => _map.Count;

    /// <summary>Whether there are no entries. O(1).</summary>
    public bool IsEmpty => _map.Count == 0;

    /// <summary>The value of <paramref name="key"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public TValue this[TKey key] => _map.TryGetValue(key, out var value) ? value : throw MapErrors.KeyNotFound(key);

    /// <summary>Looks <paramref name="key"/> up.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _map.TryGetValue(key, out value);

    /// <summary>Whether <paramref name="key"/> is there.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool ContainsKey(TKey key) => _map.ContainsKey(key);

    /// <summary>Enumerates the entries under the scope's lock, without a copy.</summary>
    public Enumerator GetEnumerator() => new(_map.GetEnumerator());

    /// <summary>Enumerates a map inside a scope.</summary>
    public ref struct Enumerator
    {
        private MapEnumerator<TKey, TValue> _entries;

        internal Enumerator(MapEnumerator<TKey, TValue> entries) => _entries = entries;

        /// <summary>The entry the enumerator is at.</summary>
        public readonly KeyValuePair<TKey, TValue> Current => _entries.Current;

        /// <summary>Goes to the next entry.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext() => _entries.MoveNext();
    }
}

using System.Diagnostics.CodeAnalysis;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState;

/// <summary>A map of a holder inside a write scope. Valid until the scope ends; the compiler keeps it from leaving the scope's block.</summary>
/// <remarks>Every member throws <see cref="ObjectDisposedException"/> when its scope was left nevertheless. Changes become visible to others when the scope ends; an exception inside the scope rolls nothing back.</remarks>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public readonly ref struct MapEditor<TKey, TValue>
    where TKey : notnull
{
    private readonly MapField<TKey, TValue> _field;
    private readonly WriteTicket _ticket;

    internal MapEditor(MapField<TKey, TValue> field, WriteTicket ticket)
    {
        _field = field;
        _ticket = ticket;
    }

    /// <summary>The number of entries. O(1).</summary>
    public int Count => Map.Count;

    /// <summary>Whether there are no entries. O(1).</summary>
    public bool IsEmpty => Map.Count == 0;

    private MapStorage<TKey, TValue> Map
    {
        get
        {
            _ticket.ThrowIfStale(_field);
            return _field.Master;
        }
    }

    /// <summary>The value of <paramref name="key"/>. To assign through a scope's property write <c>Set</c>: <c>state.Map[key] = value</c> is CS1612.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key to get.</exception>
    public TValue this[TKey key]
    {
        get => Map.TryGetValue(key, out var value) ? value : throw MapErrors.KeyNotFound(key);
        set => Set(key, value);
    }

    /// <summary>Looks <paramref name="key"/> up.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => Map.TryGetValue(key, out value);

    /// <summary>Whether <paramref name="key"/> is there.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool ContainsKey(TKey key) => Map.ContainsKey(key);

    /// <summary>Gives <paramref name="key"/> a value, whether or not it is there.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public void Set(TKey key, TValue value)
    {
        Map.Set(key, value);
        _field.MarkChanged();
    }

    /// <summary>Adds a key that must not be there yet.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(TKey key, TValue value)
    {
        if (!TryAdd(key, value))
        {
            throw MapErrors.DuplicateKey(key, _field.Name);
        }
    }

    /// <summary>Adds <paramref name="key"/> unless it is there.</summary>
    /// <returns>Whether it was added.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool TryAdd(TKey key, TValue value)
    {
        if (!Map.TryAdd(key, value))
        {
            return false;
        }

        _field.MarkChanged();
        return true;
    }

    /// <summary>Removes <paramref name="key"/>.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool Remove(TKey key) => Remove(key, out _);

    /// <summary>Removes <paramref name="key"/> and hands out its value.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool Remove(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!Map.Remove(key, out value))
        {
            return false;
        }

        _field.MarkChanged();
        return true;
    }

    /// <summary>Removes all entries.</summary>
    public void Clear()
    {
        var map = Map;
        if (map.Count != 0)
        {
            map.Clear();
            _field.MarkChanged();
        }
    }

    /// <summary>Replaces all entries by <paramref name="pairs"/>, which are read and checked before anything changes.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/> or a key in it is null.</exception>
    /// <exception cref="ArgumentException">A key is given twice.</exception>
    public void ReplaceAll(IEnumerable<KeyValuePair<TKey, TValue>> pairs)
    {
        var replacement = _field.Collect(pairs, replacesDuplicates: false);
        _ticket.ThrowIfStale(_field);
        _field.Replace(replacement);
    }

    /// <summary>Enumerates the entries, without a copy. Do not change the map meanwhile: what the platform's collection notices ends the enumeration with an <see cref="InvalidOperationException"/>.</summary>
    public Enumerator GetEnumerator() => new(Map.GetEnumerator(), _field, _ticket);

    /// <summary>Enumerates a map inside a write scope.</summary>
    public ref struct Enumerator
    {
        private readonly MapField<TKey, TValue> _field;
        private readonly WriteTicket _ticket;
        private MapEnumerator<TKey, TValue> _entries;

        internal Enumerator(MapEnumerator<TKey, TValue> entries, MapField<TKey, TValue> field, WriteTicket ticket)
        {
            _entries = entries;
            _field = field;
            _ticket = ticket;
        }

        /// <summary>The entry the enumerator is at.</summary>
        public readonly KeyValuePair<TKey, TValue> Current => _entries.Current;

        /// <summary>Goes to the next entry.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext()
        {
            _ticket.ThrowIfStale(_field);
            return _entries.MoveNext();
        }
    }
}

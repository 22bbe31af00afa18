using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState.Views;

/// <summary>A map of collections or nodes inside a write scope, behind the editor that is generated for it. Used by generated code.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TDeclared">The type of the values as it is declared.</typeparam>
/// <typeparam name="TShared">The snapshot of a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct NestedMapEditor<TKey, TDeclared, TShared>
    where TKey : notnull
    where TShared : class
{
    private readonly NestedMap<TKey, TDeclared, TShared> _map;
    private readonly WriteTicket _ticket;

    /// <summary>Edits a value of another collection.</summary>
    public NestedMapEditor(EditedValue<MapSnapshot<TKey, TShared>> value)
    {
        _map = (NestedMap<TKey, TDeclared, TShared>)value.Field;
        _ticket = value.Ticket;
    }

    /// <summary>The number of entries. O(1).</summary>
    public int Count => Map.Master.Count;

    private NestedMap<TKey, TDeclared, TShared> Map
    {
        get
        {
            _ticket.ThrowIfStale(_map);
            return _map;
        }
    }

    /// <summary>Whether <paramref name="key"/> is there.</summary>
    public bool ContainsKey(TKey key) => Map.Master.ContainsKey(key);

    /// <summary>The value of <paramref name="key"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public EditedValue<TShared> Get(TKey key) => TryGetValue(key, out var value) ? value : throw MapErrors.KeyNotFound(key);

    /// <summary>Looks <paramref name="key"/> up.</summary>
    public bool TryGetValue(TKey key, out EditedValue<TShared> value)
    {
        var isThere = Map.Master.TryGetValue(key, out var field);
        value = isThere ? new EditedValue<TShared>(field!, _ticket) : default;
        return isThere;
    }

    /// <summary>The value of <paramref name="key"/>; if there is none, an empty one is added.</summary>
    public EditedValue<TShared> GetOrAdd(TKey key) => new(Map.GetOrAddEmpty(key), _ticket);

    /// <summary>Gives <paramref name="key"/> a value, whether or not it is there.</summary>
    public void Set(TKey key, TDeclared value)
    {
        var map = Map;
        var adopted = map.Values.Adopt(value);
        try
        {
            map.Set(key, adopted);
        }
        catch
        {
            adopted.Discard();
            throw;
        }
    }

    /// <summary>Adds <paramref name="key"/> unless it is there.</summary>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(TKey key, TDeclared value)
    {
        var map = Map;
        var adopted = map.Values.Adopt(value);
        try
        {
            return map.TryAddOrDiscard(key, adopted);
        }
        catch
        {
            adopted.Discard();
            throw;
        }
    }

    /// <summary>Adds a key that must not be there yet.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(TKey key, TDeclared value)
    {
        if (!TryAdd(key, value))
        {
            throw MapErrors.DuplicateKey(key, _map.Name);
        }
    }

    /// <summary>Removes <paramref name="key"/>.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(TKey key) => Map.RemoveOnly(key);

    /// <summary>Removes <paramref name="key"/> and hands out a snapshot of its value.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(TKey key, [MaybeNullWhen(false)] out TShared value) => Map.Remove(key, out value);

    /// <summary>Removes all entries.</summary>
    public void Clear() => Map.Clear();

    /// <summary>Replaces all entries by <paramref name="pairs"/>, which are read and checked before anything changes.</summary>
    public void ReplaceAll(IEnumerable<KeyValuePair<TKey, TDeclared>> pairs)
    {
        var replacement = _map.Collect(pairs, _map.Values.Adopt, replacesDuplicates: false);
        try
        {
            Map.Replace(replacement);
        }
        catch
        {
            Members.DiscardAll(replacement.Values);
            throw;
        }
    }

    /// <summary>Enumerates the entries, without a copy.</summary>
    public Enumerator GetEnumerator() => new(Map, _ticket);

    /// <summary>Enumerates a map inside a write scope.</summary>
    public ref struct Enumerator
    {
        private readonly NestedMap<TKey, TDeclared, TShared> _map;
        private readonly WriteTicket _ticket;
        private MapEnumerator<TKey, StateField<TShared>> _entries;

        internal Enumerator(NestedMap<TKey, TDeclared, TShared> map, WriteTicket ticket)
        {
            _map = map;
            _ticket = ticket;
            _entries = map.Master.GetEnumerator();
        }

        /// <summary>The key the enumerator is at.</summary>
        public readonly TKey Key => _entries.Current.Key;

        /// <summary>The value the enumerator is at.</summary>
        public readonly EditedValue<TShared> Value => new(_entries.Current.Value, _ticket);

        /// <summary>Goes to the next entry.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext()
        {
            _ticket.ThrowIfStale(_map);
            return _entries.MoveNext();
        }
    }
}

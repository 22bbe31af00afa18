using System.ComponentModel;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState.Views;

/// <summary>A map of collections or nodes inside a read scope, behind the reader that is generated for it. Used by generated code.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TDeclared">The type of the values as it is declared.</typeparam>
/// <typeparam name="TShared">The snapshot of a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct NestedMapReader<TKey, TDeclared, TShared>
    where TKey : notnull
    where TShared : class
{
    // One of the two: the map under the lock, or its snapshot.
    private readonly MapStorage<TKey, StateField<TShared>> _map;
    private readonly MapSnapshot<TKey, TShared>? _snapshot;

    /// <summary>Reads a value of another collection.</summary>
    public NestedMapReader(HeldValue<MapSnapshot<TKey, TShared>> value)
    {
        _snapshot = value.Snapshot;
        _map = value.Field is NestedMap<TKey, TDeclared, TShared> map ? map.Master : default;
    }

    /// <summary>The number of entries. O(1).</summary>
    public int Count => _snapshot?.Count ?? _map.Count;

    /// <summary>Whether <paramref name="key"/> is there.</summary>
    public bool ContainsKey(TKey key) => _snapshot?.ContainsKey(key) ?? _map.ContainsKey(key);

    /// <summary>The value of <paramref name="key"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public HeldValue<TShared> Get(TKey key) => TryGetValue(key, out var value) ? value : throw MapErrors.KeyNotFound(key);

    /// <summary>Looks <paramref name="key"/> up.</summary>
    public bool TryGetValue(TKey key, out HeldValue<TShared> value)
    {
        if (_snapshot is not null)
        {
            var isThere = _snapshot.TryGetValue(key, out var snapshot);
            value = isThere ? new HeldValue<TShared>(snapshot!) : default;
            return isThere;
        }

        var isInMap = _map.TryGetValue(key, out var field);
        value = isInMap ? new HeldValue<TShared>(field!) : default;
        return isInMap;
    }

    /// <summary>Enumerates the entries, without a copy.</summary>
    public Enumerator GetEnumerator() => _snapshot is not null ? new(_snapshot.GetEnumerator()) : new(_map.GetEnumerator());

    /// <summary>Enumerates a map inside a read scope.</summary>
    public ref struct Enumerator
    {
        private readonly bool _isSnapshot;
        private MapEnumerator<TKey, TShared> _snapshots;
        private MapEnumerator<TKey, StateField<TShared>> _fields;

        internal Enumerator(MapEnumerator<TKey, TShared> snapshots)
        {
            _isSnapshot = true;
            _snapshots = snapshots;
        }

        internal Enumerator(MapEnumerator<TKey, StateField<TShared>> fields) => _fields = fields;

        /// <summary>The key the enumerator is at.</summary>
        public readonly TKey Key => _isSnapshot ? _snapshots.Current.Key : _fields.Current.Key;

        /// <summary>The value the enumerator is at.</summary>
        public readonly HeldValue<TShared> Value => _isSnapshot ? new(_snapshots.Current.Value) : new(_fields.Current.Value);

        /// <summary>Goes to the next entry.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext() => _isSnapshot ? _snapshots.MoveNext() : _fields.MoveNext();
    }
}

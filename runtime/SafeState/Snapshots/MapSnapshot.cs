using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using SafeState.Storage;
using SafeState.Storage.Frozen;

namespace SafeState;

/// <summary>An immutable map as it was at one instant. Any number of threads may read it.</summary>
/// <remarks>To change the map that it was taken of, use its facade; of a map that is the value of a key, <c>SetIn</c> of the map's facade, or a scope.</remarks>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
[DebuggerDisplay("Count = {Count}")]
public sealed class MapSnapshot<TKey, TValue> : IReadOnlyDictionary<TKey, TValue>
    where TKey : notnull
{
    // To put an entry into a table takes as much time as some ten look-ups save there.
    private const long LookUpsPerEntry = 16;

    // And to begin with one as much as some hundreds.
    private const int EntriesAtLeast = 16;

    // How many times as many look-ups come before a table is asked for again. A thread of the pool needs its time, in which a small image is looked up in thousands of times.
    private const long Patience = 64;

    // Two threads may make two; they are alike.
    private SnapshotItems<TKey>? _keys;
    private SnapshotItems<TValue>? _values;
    private FrozenEntry<TKey, TValue>[]? _table;
    private long _lookUps;

    internal MapSnapshot(MapStorage<TKey, TValue> storage) => Storage = storage;

    /// <summary>The number of entries. O(1).</summary>
    public int Count => Storage.Count;

    /// <summary>The keys. O(1): nothing is copied.</summary>
    public IReadOnlyCollection<TKey> Keys => _keys ??= new SnapshotItems<TKey>(Storage.Keys);

    /// <summary>The values. O(1): nothing is copied, save for a hash map under <see cref="Strategy.Striped"/>, whose values the first call copies.</summary>
    public IReadOnlyCollection<TValue> Values => _values ??= new SnapshotItems<TValue>(Storage.Values);

    IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;

    IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

    internal MapStorage<TKey, TValue> Storage { get; }

    /// <summary>The entries in a table for look-ups, if one was made. Acquire: it is whole.</summary>
    internal FrozenEntry<TKey, TValue>[]? Table => Volatile.Read(ref _table);

    /// <summary>The value of <paramref name="key"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public TValue this[TKey key] => Storage.TryGetValue(key, out var value)
        ? value
        : throw MapErrors.KeyNotFound(key);

    /// <summary>Looks <paramref name="key"/> up. Costs what it costs in the collection it was taken from.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => Storage.TryGetValue(key, out value);

    /// <summary>Whether <paramref name="key"/> is there.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool ContainsKey(TKey key) => Storage.ContainsKey(key);

    /// <summary>Notes look-ups.</summary>
    /// <returns>Whether there have been so many that a table is worth its price. Once, and again much later: there may have been no memory, or a writer inside.</returns>
    internal bool EarnsTable(int lookUps)
    {
        // Threads lose counts of each other's: it takes a little longer then.
        _lookUps += lookUps;
        var enough = LookUpsPerEntry * Math.Max(Count, EntriesAtLeast);
        return _lookUps >= enough && Interlocked.Exchange(ref _lookUps, -Patience * enough) >= enough;
    }

    /// <summary>Makes the <see cref="Table"/>, if the map's keys are for one. O(n); threads that do so at once make the same.</summary>
    internal void MakeTable()
    {
        if (_table is null && Storage.Hashed is { } map && FrozenTable.IsFor(map))
        {
            // Release: whoever loads the table finds it filled.
            Volatile.Write(ref _table, FrozenTable.Of(map));
        }
    }

    /// <summary>Enumerates the entries, in no specified order unless the map is sorted. Allocates nothing for a hash map.</summary>
    public MapEnumerator<TKey, TValue> GetEnumerator() => Storage.GetEnumerator();

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

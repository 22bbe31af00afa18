using System.Collections;

namespace SafeState;

/// <summary>Enumerates a map that does not change. Not thread-safe itself: one enumerator, one thread.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public struct MapEnumerator<TKey, TValue> : IEnumerator<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    private readonly bool _isSorted;
    private Dictionary<TKey, TValue>.Enumerator _hashed;
    private SortedDictionary<TKey, TValue>.Enumerator _sorted;

    internal MapEnumerator(Dictionary<TKey, TValue> map) => _hashed = map.GetEnumerator();

    internal MapEnumerator(SortedDictionary<TKey, TValue> map)
    {
        _isSorted = true;
        _sorted = map.GetEnumerator();
    }

    /// <summary>The entry the enumerator is at.</summary>
    public readonly KeyValuePair<TKey, TValue> Current => _isSorted ? _sorted.Current : _hashed.Current;

    readonly object IEnumerator.Current => Current;

    /// <summary>Goes to the next entry. O(1), for a sorted map amortised.</summary>
    /// <returns>Whether there was one.</returns>
    public bool MoveNext() => _isSorted ? _sorted.MoveNext() : _hashed.MoveNext();

    /// <summary>Does nothing: there is nothing to release.</summary>
    public readonly void Dispose()
    {
    }

    void IEnumerator.Reset()
    {
        if (_isSorted)
        {
            Reset(ref _sorted);
        }
        else
        {
            Reset(ref _hashed);
        }
    }

    private static void Reset<T>(ref T enumerator)
        where T : struct, IEnumerator => enumerator.Reset();
}

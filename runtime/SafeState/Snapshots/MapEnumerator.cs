using System.Collections;
using SafeState.Storage.Striped;

namespace SafeState;

/// <summary>Enumerates a map that does not change. Not thread-safe itself: one enumerator, one thread.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public struct MapEnumerator<TKey, TValue> : IEnumerator<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    private readonly Kind _kind;
    private Dictionary<TKey, TValue>.Enumerator _hashed;
    private SortedDictionary<TKey, TValue>.Enumerator _sorted;
    private StripedMap<TKey, TValue>.Enumerator _striped;

    internal MapEnumerator(Dictionary<TKey, TValue> map) => _hashed = map.GetEnumerator();

    internal MapEnumerator(SortedDictionary<TKey, TValue> map)
    {
        _kind = Kind.Sorted;
        _sorted = map.GetEnumerator();
    }

    internal MapEnumerator(StripedMap<TKey, TValue> map)
    {
        _kind = Kind.Striped;
        _striped = map.GetEnumerator();
    }

    private enum Kind
    {
        Hashed,
        Sorted,
        Striped,
    }

    /// <summary>The entry the enumerator is at.</summary>
    public readonly KeyValuePair<TKey, TValue> Current => _kind switch
    {
        Kind.Hashed => _hashed.Current,
        Kind.Sorted => _sorted.Current,
        _ => _striped.Current,
    };

    readonly object IEnumerator.Current => Current;

    /// <summary>Goes to the next entry. O(1), for a sorted map amortised.</summary>
    /// <returns>Whether there was one.</returns>
    public bool MoveNext() => _kind switch
    {
        Kind.Hashed => _hashed.MoveNext(),
        Kind.Sorted => _sorted.MoveNext(),
        _ => _striped.MoveNext(),
    };

    /// <summary>Does nothing: there is nothing to release.</summary>
    public readonly void Dispose()
    {
    }

    void IEnumerator.Reset()
    {
        switch (_kind)
        {
            case Kind.Hashed:
                Reset(ref _hashed);
                break;
            case Kind.Sorted:
                Reset(ref _sorted);
                break;
            default:
                _striped.Reset();
                break;
        }
    }

    private static void Reset<T>(ref T enumerator)
        where T : struct, IEnumerator => enumerator.Reset();
}

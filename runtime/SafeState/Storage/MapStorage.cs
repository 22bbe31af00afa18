using System.Diagnostics.CodeAnalysis;
using SafeState.Storage.Striped;

namespace SafeState.Storage;

/// <summary>A map of any kind behind one set of members. Another map type of the platform is supported by adding it here.</summary>
/// <remarks>A branch that always goes the same way costs less than a virtual call, and the facades stay one class for all maps.</remarks>
internal readonly struct MapStorage<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue>? _hashed;
    private readonly SortedDictionary<TKey, TValue>? _sorted;
    private readonly StripedMap<TKey, TValue>? _striped;

    public MapStorage(Dictionary<TKey, TValue>? hashed) => _hashed = hashed;

    public MapStorage(SortedDictionary<TKey, TValue>? sorted) => _sorted = sorted;

    public MapStorage(StripedMap<TKey, TValue>? striped) => _striped = striped;

    /// <summary>The map if it is one hash map.</summary>
    public Dictionary<TKey, TValue>? Hashed => _hashed;

    /// <summary>The map if it is sorted.</summary>
    public SortedDictionary<TKey, TValue>? Sorted => _sorted;

    /// <summary>The map if it is in stripes.</summary>
    public StripedMap<TKey, TValue>? Striped => _striped;

    public int Count => _hashed is not null ? _hashed.Count : _sorted is not null ? _sorted.Count : _striped!.Count;

    public ICollection<TKey> Keys => _hashed is not null ? _hashed.Keys : _sorted is not null ? _sorted.Keys : new StripedKeys<TKey, TValue>(_striped!);

    public ICollection<TValue> Values => _hashed is not null ? _hashed.Values : _sorted is not null ? _sorted.Values : _striped!.CopyValues();

    /// <summary>The collection itself, to see whether there is one and whether it is the same.</summary>
    public object? Collection => _hashed is not null ? _hashed : _sorted is not null ? _sorted : _striped;

    /// <summary>Whether it is one hash map, in which looking a key up never throws.</summary>
    public bool NeverThrows => _hashed is not null && EqualityCode.NeverThrows(_hashed.Comparer);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_hashed is not null)
        {
            return _hashed.TryGetValue(key, out value);
        }

        return _sorted is not null ? _sorted.TryGetValue(key, out value) : _striped!.TryGetValue(key, out value);
    }

    public bool ContainsKey(TKey key) =>
        _hashed is not null ? _hashed.ContainsKey(key) : _sorted is not null ? _sorted.ContainsKey(key) : _striped!.ContainsKey(key);

    public void Set(TKey key, TValue value)
    {
        if (_hashed is not null)
        {
            _hashed[key] = value;
        }
        else if (_sorted is not null)
        {
            _sorted[key] = value;
        }
        else
        {
            _striped!.Set(key, value);
        }
    }

    public bool TryAdd(TKey key, TValue value)
    {
        if (_hashed is not null)
        {
            return _hashed.TryAdd(key, value);
        }

        if (_sorted is null)
        {
            return _striped!.TryAdd(key, value);
        }

        if (_sorted.ContainsKey(key))
        {
            return false;
        }

        _sorted.Add(key, value);
        return true;
    }

    public bool Remove(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_hashed is not null)
        {
            return _hashed.Remove(key, out value);
        }

        return _sorted is not null
            ? _sorted.TryGetValue(key, out value) && _sorted.Remove(key)
            : _striped!.Remove(key, out value);
    }

    public void Clear()
    {
        _hashed?.Clear();
        _sorted?.Clear();
        _striped?.Clear();
    }

    public void EnsureRoomFor(int more)
    {
        _hashed?.EnsureCapacity(checked(_hashed.Count + more));
        _striped?.EnsureCapacity(checked(_striped.Count + more));
    }

    /// <summary>Puts the entries of another map of the same kind, which is nobody else's, in the place of its own, where the map itself has to stay.</summary>
    /// <returns>Whether it did; if not, the other map takes the place of this one.</returns>
    public bool TryTakeOver(MapStorage<TKey, TValue> other)
    {
        _striped?.TakeOver(other._striped!);
        return _striped is not null;
    }

    /// <summary>An independent copy with the same comparer.</summary>
    public MapStorage<TKey, TValue> Copy() => _hashed is not null ? new(CopyHashed()) : _sorted is not null ? new(CopySorted()) : new(_striped!.Copy());

    public Dictionary<TKey, TValue> CopyHashed() => _hashed is not null ? new(_hashed, _hashed.Comparer) : _striped!.ToDictionary();

    public SortedDictionary<TKey, TValue> CopySorted() => new(_sorted!, _sorted!.Comparer);

    /// <summary>An empty map of the same kind with the same comparer.</summary>
    public MapStorage<TKey, TValue> CreateEmpty(int capacity) => CreateEmptyOf<TValue>(capacity);

    /// <summary>An empty map of the same kind with the same comparer, for other values.</summary>
    public MapStorage<TKey, TOther> CreateEmptyOf<TOther>(int capacity = 0) => _hashed is not null
        ? new(new Dictionary<TKey, TOther>(capacity, _hashed.Comparer))
        : _sorted is not null ? new(new SortedDictionary<TKey, TOther>(_sorted.Comparer))
        : new(new StripedMap<TKey, TOther>(_striped!.Comparer));

    /// <summary>A map of the same kind with the same keys and comparer, and for each value what <paramref name="convert"/> makes of it.</summary>
    public MapStorage<TKey, TOther> Convert<TOther>(Func<TValue, TOther> convert)
    {
        var converted = CreateEmptyOf<TOther>(Count);
        foreach (var (key, value) in this)
        {
            converted.Set(key, convert(value));
        }

        return converted;
    }

    public MapEnumerator<TKey, TValue> GetEnumerator() => _hashed is not null ? new(_hashed) : _sorted is not null ? new(_sorted) : new(_striped!);
}

using System.Collections;

namespace SafeState.Storage.Striped;

/// <summary>The keys of a striped map that does not change, compared as the map compares them.</summary>
internal sealed class StripedKeys<TKey, TValue>(StripedMap<TKey, TValue> map) : ICollection<TKey>
    where TKey : notnull
{
    public int Count => map.Count;

    public bool IsReadOnly => true;

    public bool Contains(TKey item) => map.ContainsKey(item);

    public void CopyTo(TKey[] array, int arrayIndex)
    {
        foreach (var (key, _) in map)
        {
            array[arrayIndex++] = key;
        }
    }

    public IEnumerator<TKey> GetEnumerator()
    {
        foreach (var (key, _) in map)
        {
            yield return key;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Add(TKey item) => throw new NotSupportedException();

    public bool Remove(TKey item) => throw new NotSupportedException();

    public void Clear() => throw new NotSupportedException();
}

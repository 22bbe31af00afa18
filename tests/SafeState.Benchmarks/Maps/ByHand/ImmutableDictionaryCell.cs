using System.Collections.Immutable;

namespace SafeState.Benchmarks.Maps.ByHand;

/// <summary>What people write around a map that threads share and read without a lock: an immutable one that is replaced.</summary>
internal sealed class ImmutableDictionaryCell<TKey>
    where TKey : notnull
{
    private ImmutableDictionary<TKey, long> _entries = ImmutableDictionary<TKey, long>.Empty;

    public bool TryGetValue(TKey key, out long value) => Volatile.Read(ref _entries).TryGetValue(key, out value);

    public void Set(TKey key, long value)
    {
        ImmutableDictionary<TKey, long> before;
        do
        {
            before = Volatile.Read(ref _entries);
        }
        while (!TryReplace(before, before.SetItem(key, value)));
    }

    public bool TryAdd(TKey key, long value)
    {
        ImmutableDictionary<TKey, long> before;
        do
        {
            before = Volatile.Read(ref _entries);
            if (before.ContainsKey(key))
            {
                return false;
            }
        }
        while (!TryReplace(before, before.Add(key, value)));
        return true;
    }

    public bool Remove(TKey key)
    {
        ImmutableDictionary<TKey, long> before, after;
        do
        {
            before = Volatile.Read(ref _entries);
            after = before.Remove(key);
        }
        while (!TryReplace(before, after));
        return before != after;
    }

    public void Increment(TKey key)
    {
        ImmutableDictionary<TKey, long> before;
        do
        {
            before = Volatile.Read(ref _entries);
        }
        while (!TryReplace(before, before.SetItem(key, before.GetValueOrDefault(key) + 1)));
    }

    private bool TryReplace(ImmutableDictionary<TKey, long> before, ImmutableDictionary<TKey, long> after) =>
        Interlocked.CompareExchange(ref _entries, after, before) == before;
}

using System.Numerics;
using System.Runtime.CompilerServices;
using SafeState.Storage.Striped;

namespace SafeState.Storage.Frozen;

/// <summary>The entries of a hash map that does not change any more, so that a key is found with one step.</summary>
/// <remarks>
/// For keys that are structs without a comparer. A key's number is the place of its entry: nothing leads there, so the entry is loaded at once.
/// Of several with the same number one is in that place; the others are linked to it, in places that are the number of no key. Such tables are
/// known as coalesced chaining (J. S. Vitter, Implementations for Coalesced Hashing, 1982); as all keys are known here, no two chains meet.
/// </remarks>
internal static class FrozenTable
{
    // More than that would need a longer array than there is.
    private const int MostEntries = 1 << 29;

    /// <summary>Whether a map can have a table. Keys whose comparison runs somebody's code are left alone: making one asks nobody.</summary>
    public static bool IsFor<TKey, TValue>(Dictionary<TKey, TValue> map)
        where TKey : notnull => typeof(TKey).IsValueType && map.Count <= MostEntries && !EqualityCode.RunsCode(map.Comparer);

    /// <summary>Takes the entries of a map that nobody changes any more. O(n).</summary>
    public static FrozenEntry<TKey, TValue>[] Of<TKey, TValue>(Dictionary<TKey, TValue> map)
        where TKey : notnull
    {
        if (map.Count == 0)
        {
            return [];
        }

        // At least four places for three entries: then most are alone. As many as a power of two.
        var entries = new FrozenEntry<TKey, TValue>[(int)BitOperations.RoundUpToPowerOf2((uint)(map.Count * 4L / 3 + 1))];
        foreach (var (key, value) in map)
        {
            ref var first = ref entries[NumberOf(key, entries.Length)];
            if (first.IsEmpty)
            {
                first = new FrozenEntry<TKey, TValue>(key, value, FrozenEntry<TKey, TValue>.End);
            }
        }

        Link(map, entries);
        FillUp(entries, map.Keys.First());
        return entries;
    }

    /// <summary>The place where a key is, if it is there; or where nothing is, if the table has no entries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NumberOf<TKey>(TKey key, int places)
        where TKey : notnull => HashSpread.Chain(EqualityComparer<TKey>.Default.GetHashCode(key), places - 1);

    // The entries that found another one in their place.
    private static void Link<TKey, TValue>(Dictionary<TKey, TValue> map, FrozenEntry<TKey, TValue>[] entries)
        where TKey : notnull
    {
        var free = 0;
        foreach (var (key, value) in map)
        {
            ref var first = ref entries[NumberOf(key, entries.Length)];
            if (EqualityComparer<TKey>.Default.Equals(first.Key, key))
            {
                continue;
            }

            while (!entries[free].IsEmpty)
            {
                free++;
            }

            entries[free] = new FrozenEntry<TKey, TValue>(key, value, first.Next);
            first = new FrozenEntry<TKey, TValue>(first.Key, first.Value, (uint)free);
        }
    }

    // What is empty gets a key that has another number: who comes there looks for a different one, and need not ask whether anything is there.
    private static void FillUp<TKey, TValue>(FrozenEntry<TKey, TValue>[] entries, TKey key)
        where TKey : notnull
    {
        foreach (ref var entry in entries.AsSpan())
        {
            if (entry.IsEmpty)
            {
                entry = new FrozenEntry<TKey, TValue>(key, default!, FrozenEntry<TKey, TValue>.End);
            }
        }
    }
}

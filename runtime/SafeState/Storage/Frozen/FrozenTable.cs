using System.Numerics;
using System.Runtime.CompilerServices;
using SafeState.Storage.Striped;

namespace SafeState.Storage.Frozen;

/// <summary>The entries of a hash map that does not change any more, so that a key is found with one step. In the field itself: each step to it is time.</summary>
/// <remarks>
/// For keys that are structs without a comparer. A key's number is the place of its entry: nothing leads there, so the entry is loaded at once.
/// Of several with the same number one is in that place, and those behind all numbers are linked to it.
/// </remarks>
internal struct FrozenTable<TKey, TValue>
    where TKey : notnull
{
    private const int MostNumbers = 1 << 30;

    private FrozenEntry<TKey, TValue>[]? _entries;

    // Numbers reach from zero to this, one less than a power of two.
    private int _mask;

    /// <summary>What to look for keys in, if it is filled. Acquire: it is whole.</summary>
    public FrozenEntry<TKey, TValue>[]? Entries
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(ref _entries);
    }

    /// <summary>The entry of a key, or a null reference when it is not there.</summary>
    /// <param name="entries">The <see cref="Entries"/>.</param>
    /// <param name="key">The key.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref readonly FrozenEntry<TKey, TValue> Find(FrozenEntry<TKey, TValue>[] entries, TKey key)
    {
        var place = NumberOf(key, _mask);
        while (place < (uint)entries.Length)
        {
            ref readonly var entry = ref entries[place];
            if (EqualityComparer<TKey>.Default.Equals(entry.Key, key) && entry.Link != 0)
            {
                return ref entry;
            }

            place = entry.Next;
        }

        return ref Unsafe.NullRef<FrozenEntry<TKey, TValue>>();
    }

    /// <summary>Takes the entries of a map that nobody changes any more. Threads that do so at once find the same.</summary>
    public void Fill(Dictionary<TKey, TValue> map)
    {
        // At least four numbers for three entries: then most are alone.
        var numbers = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(map.Count * 4L / 3 + 1, MostNumbers));
        var mask = numbers - 1;
        var entries = new FrozenEntry<TKey, TValue>[numbers + CountBehind(map, mask)];
        var behind = numbers;
        foreach (var (key, value) in map)
        {
            ref var first = ref entries[NumberOf(key, mask)];
            ref var entry = ref first;
            var link = FrozenEntry<TKey, TValue>.End;
            if (first.Link != 0)
            {
                link = first.Link;
                first.Link = FrozenEntry<TKey, TValue>.LinkTo(behind);
                entry = ref entries[behind++];
            }

            entry = new FrozenEntry<TKey, TValue> { Link = link, Key = key, Value = value };
        }

        _mask = mask;

        // Release: whoever loads the entries finds them whole, and their mask.
        Volatile.Write(ref _entries, entries);
    }

    // How many entries find another one in their place.
    private static int CountBehind(Dictionary<TKey, TValue> map, int mask)
    {
        var isTaken = new bool[mask + 1];
        var behind = 0;
        foreach (var key in map.Keys)
        {
            ref var taken = ref isTaken[NumberOf(key, mask)];
            behind += taken ? 1 : 0;
            taken = true;
        }

        return behind;
    }

    private static uint NumberOf(TKey key, int mask) => HashSpread.Chain(EqualityComparer<TKey>.Default.GetHashCode(key), mask);
}

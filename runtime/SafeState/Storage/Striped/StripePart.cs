using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SafeState.Gates.Striped;

namespace SafeState.Storage.Striped;

/// <summary>The entries of one stripe: a hash table with chains, that may be read while it is changed.</summary>
/// <remarks>
/// Changed by whoever has the stripe. A reader without it may meet any mixture of old and new: it never leaves the arrays it
/// loaded, and believes nothing, not even the next link of a chain, before it has seen that nobody was inside meanwhile.
/// </remarks>
internal sealed class StripePart<TKey, TValue> : Stripe
    where TKey : notnull
{
    private const int End = -1;
    private const int LeastCapacity = 4;

    // The links of free entries are below those of used ones, so that an enumeration tells them apart.
    private const int StartOfFree = -3;

    // Most chains have one entry: a wrong guess where a chain ends costs a processor more than the whole look-up.
    private const int HeadsPerEntry = 2;

    private readonly IEqualityComparer<TKey>? _comparer;

    // A power of two of them; the heads of the chains hold indices.
    private int[] _heads = NoHeads;
    private Entry[] _entries = [];
    private int _used;
    private int _free = End;

#pragma warning disable CS0169, IDE0044, IDE0051 // Room, not data: two stripes never share a cache line.
    private Padding _padding;
#pragma warning restore CS0169, IDE0044, IDE0051

    public StripePart(IEqualityComparer<TKey>? comparer) => _comparer = comparer;

    private StripePart(StripePart<TKey, TValue> source)
        : this(source._comparer)
    {
        _heads = source._heads.Length == 1 ? source._heads : (int[])source._heads.Clone();
        _entries = source._entries.Length == 0 ? source._entries : (Entry[])source._entries.Clone();
        _used = source._used;
        _free = source._free;
        Count = source.Count;
    }

    public int Count { get; private set; }

    // Shared by all empty parts: never written.
    private static int[] NoHeads { get; } = [End];

    public StripePart<TKey, TValue> Clone() => new(this);

    /// <summary>Looks a key up without the lock.</summary>
    /// <param name="equality">How keys are compared.</param>
    /// <param name="key">The key.</param>
    /// <param name="hashCode">Its hash code.</param>
    /// <param name="isThere">Whether it is there, if anything is known.</param>
    /// <param name="value">Its value, if it is there.</param>
    /// <returns>Whether anything is known: not if somebody is inside, or was meanwhile.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead<TEquality>(TEquality equality, TKey key, int hashCode, out bool isThere, out TValue? value)
        where TEquality : struct, IKeyEquality<TKey>
    {
        var sequence = BeginReading();
        if ((sequence & 1) == 0)
        {
            var heads = _heads;
            var entries = _entries;
            var index = heads[HashSpread.Chain(HashSpread.Of(hashCode), heads.Length)];

            // Beyond the entries are the end of the chain, and indices that belong to other arrays.
            while ((uint)index < (uint)entries.Length)
            {
                ref var entry = ref entries[index];
                if (entry.HashCode == hashCode)
                {
                    var candidate = entry.Key;
                    if ((equality.IsPlain || IsUnchangedSince(sequence)) && equality.AreEqual(candidate, key))
                    {
                        value = entry.Value;
                        isThere = true;
                        return IsUnchangedSince(sequence);
                    }
                }

                index = entry.Next;

                // Chains that somebody changes may run in a circle.
                if (!IsUnchangedSince(sequence))
                {
                    break;
                }
            }
        }

        value = default;
        isThere = false;
        return IsUnchangedSince(sequence) && (sequence & 1) == 0;
    }

    public bool TryGetValue(TKey key, int hashCode, [MaybeNullWhen(false)] out TValue value)
    {
        var index = Find(key, hashCode);
        if (index == End)
        {
            value = default;
            return false;
        }

        value = _entries[index].Value;
        return true;
    }

    public bool ContainsKey(TKey key, int hashCode) => Find(key, hashCode) != End;

    public void Set(TKey key, int hashCode, TValue value)
    {
        var index = Find(key, hashCode);
        if (index == End)
        {
            Add(key, hashCode, value);
        }
        else
        {
            _entries[index].Value = value;
        }
    }

    public bool TryAdd(TKey key, int hashCode, TValue value)
    {
        if (Find(key, hashCode) != End)
        {
            return false;
        }

        Add(key, hashCode, value);
        return true;
    }

    public bool Remove(TKey key, int hashCode, [MaybeNullWhen(false)] out TValue value)
    {
        var entries = _entries;
        ref var link = ref _heads[HashSpread.Chain(HashSpread.Of(hashCode), _heads.Length)];
        while ((uint)link < (uint)entries.Length)
        {
            ref var entry = ref entries[link];
            if (entry.HashCode == hashCode && AreEqual(entry.Key, key))
            {
                value = entry.Value;
                var index = link;
                link = entry.Next;
                if (RuntimeHelpers.IsReferenceOrContainsReferences<TKey>())
                {
                    entry.Key = default!;
                }

                if (RuntimeHelpers.IsReferenceOrContainsReferences<TValue>())
                {
                    entry.Value = default!;
                }

                entry.Next = StartOfFree - _free;
                _free = index;
                Count--;
                return true;
            }

            link = ref entry.Next;
        }

        value = default;
        return false;
    }

    public void Clear()
    {
        _heads = NoHeads;
        _entries = [];
        _used = 0;
        _free = End;
        Count = 0;
    }

    /// <summary>Takes the entries of another part, which is nobody else's. Needs the stripe.</summary>
    public void TakeOver(StripePart<TKey, TValue> other)
    {
        _heads = other._heads;
        _entries = other._entries;
        _used = other._used;
        _free = other._free;
        Count = other.Count;
    }

    public void EnsureCapacity(int capacity)
    {
        if (capacity > _entries.Length)
        {
            Resize((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(capacity, LeastCapacity)));
        }
    }

    /// <summary>Goes to the entry after <paramref name="index"/>; begins with -1.</summary>
    public bool MoveNext(ref int index, out KeyValuePair<TKey, TValue> current)
    {
        while (++index < _used)
        {
            ref var entry = ref _entries[index];
            if (entry.Next >= End)
            {
                current = new(entry.Key, entry.Value);
                return true;
            }
        }

        current = default;
        return false;
    }

    private int Find(TKey key, int hashCode)
    {
        var entries = _entries;
        var index = _heads[HashSpread.Chain(HashSpread.Of(hashCode), _heads.Length)];
        while ((uint)index < (uint)entries.Length)
        {
            ref var entry = ref entries[index];
            if (entry.HashCode == hashCode && AreEqual(entry.Key, key))
            {
                return index;
            }

            index = entry.Next;
        }

        return End;
    }

    private void Add(TKey key, int hashCode, TValue value)
    {
        var index = _free;
        if (index != End)
        {
            _free = StartOfFree - _entries[index].Next;
        }
        else
        {
            if (_used == _entries.Length)
            {
                Resize(Math.Max(LeastCapacity, checked(_used * 2)));
            }

            index = _used++;
        }

        ref var entry = ref _entries[index];
        ref var head = ref _heads[HashSpread.Chain(HashSpread.Of(hashCode), _heads.Length)];
        entry.HashCode = hashCode;
        entry.Key = key;
        entry.Value = value;
        entry.Next = head;
        head = index;
        Count++;
    }

    private void Resize(int capacity)
    {
        var entries = new Entry[capacity];
        Array.Copy(_entries, entries, _used);
        var heads = new int[capacity * HeadsPerEntry];
        Array.Fill(heads, End);
        for (var index = 0; index < _used; index++)
        {
            ref var entry = ref entries[index];
            if (entry.Next >= End)
            {
                ref var head = ref heads[HashSpread.Chain(HashSpread.Of(entry.HashCode), heads.Length)];
                entry.Next = head;
                head = index;
            }
        }

        _entries = entries;
        _heads = heads;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool AreEqual(TKey left, TKey right) =>
        typeof(TKey).IsValueType && _comparer is null ? EqualityComparer<TKey>.Default.Equals(left, right) : _comparer!.Equals(left, right);

    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Padding;

    private struct Entry
    {
        public int HashCode;
        public int Next;
        public TKey Key;
        public TValue Value;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SafeState.Gates.ReaderWriter;
using SafeState.Gates.Striped;

namespace SafeState.Storage.Striped;

/// <summary>A hash map in parts, each of which may be changed by itself.</summary>
/// <remarks>Members that take a key need the stripe of that key, the others all stripes; <see cref="TryRead"/> needs none.</remarks>
internal sealed class StripedMap<TKey, TValue>
    where TKey : notnull
{
    private readonly IEqualityComparer<TKey>? _comparer;
    private readonly StripePart<TKey, TValue>[] _parts;

    // The parts once more, as long as a look-up needs nothing else: keys are structs compared as the platform compares them,
    // and no delegate has run that must not look up.
    private StripePart<TKey, TValue>[]? _plainParts;

    public StripedMap(IEqualityComparer<TKey>? comparer)
    {
        // No comparer stands for the default one, which the JIT inlines where keys are structs.
        _comparer = typeof(TKey).IsValueType && (comparer is null || ReferenceEquals(comparer, EqualityComparer<TKey>.Default))
            ? null
            : comparer ?? EqualityComparer<TKey>.Default;
        _parts = new StripePart<TKey, TValue>[StripeSet.CountPerMap];
        RunsCodeOfKeys = !IsPlatformsOwn(_comparer);
        foreach (ref var part in _parts.AsSpan())
        {
            part = new StripePart<TKey, TValue>(_comparer);
        }

        _plainParts = _comparer is null ? _parts : null;
    }

    private StripedMap(StripedMap<TKey, TValue> source)
    {
        _comparer = source._comparer;
        RunsCodeOfKeys = source.RunsCodeOfKeys;
        _parts = Array.ConvertAll(source._parts, static part => part.Clone());
    }

    /// <summary>A map with the entries and the comparer of <paramref name="seed"/>.</summary>
    public static StripedMap<TKey, TValue> CopyOf(Dictionary<TKey, TValue> seed)
    {
        var map = new StripedMap<TKey, TValue>(seed.Comparer);
        map.EnsureCapacity(seed.EnsureCapacity(0));
        foreach (var (key, value) in seed)
        {
            map.Set(key, value);
        }

        return map;
    }

    public IEqualityComparer<TKey> Comparer => _comparer ?? EqualityComparer<TKey>.Default;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var part in _parts)
            {
                count = checked(count + part.Count);
            }

            return count;
        }
    }

    /// <summary>Whether comparing keys runs somebody's code.</summary>
    public bool RunsCodeOfKeys { get; }

    /// <summary>The stripes, for the lock of the whole.</summary>
    public Stripe[] Stripes => Array.ConvertAll(_parts, static Stripe (part) => part);

    public Stripe StripeOf(int hashCode) => PartOf(hashCode);

    /// <summary>Has every look-up ask whether its thread is running a delegate.</summary>
    public void ExpectDelegates() => _plainParts = null;

    /// <summary>Looks a key up without a lock, unless others keep changing its stripe.</summary>
    public bool TryRead(TKey key, StripeSet stripes, [MaybeNullWhen(false)] out TValue value)
    {
        // Nothing here calls anything: that keeps the way of most look-ups short.
        if (typeof(TKey).IsValueType && _plainParts is { } parts)
        {
            var hashCode = EqualityComparer<TKey>.Default.GetHashCode(key);
            if (parts[HashSpread.Stripe(HashSpread.Of(hashCode))].TryRead(default(DefaultEquality<TKey>), key, hashCode, out var isThere, out value))
            {
                return isThere;
            }
        }

        return TryReadWithComparer(key, stripes, out value);
    }

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => TryGetValue(key, HashCodeOf(key), out value);

    public bool TryGetValue(TKey key, int hashCode, [MaybeNullWhen(false)] out TValue value) => PartOf(hashCode).TryGetValue(key, hashCode, out value);

    public bool ContainsKey(TKey key)
    {
        var hashCode = HashCodeOf(key);
        return PartOf(hashCode).ContainsKey(key, hashCode);
    }

    public void Set(TKey key, TValue value) => Set(key, HashCodeOf(key), value);

    public void Set(TKey key, int hashCode, TValue value) => PartOf(hashCode).Set(key, hashCode, value);

    public bool TryAdd(TKey key, TValue value) => TryAdd(key, HashCodeOf(key), value);

    public bool TryAdd(TKey key, int hashCode, TValue value) => PartOf(hashCode).TryAdd(key, hashCode, value);

    public bool Remove(TKey key, [MaybeNullWhen(false)] out TValue value) => Remove(key, HashCodeOf(key), out value);

    public bool Remove(TKey key, int hashCode, [MaybeNullWhen(false)] out TValue value) => PartOf(hashCode).Remove(key, hashCode, out value);

    public void Clear()
    {
        foreach (var part in _parts)
        {
            part.Clear();
        }
    }

    public void EnsureCapacity(int capacity)
    {
        foreach (var part in _parts)
        {
            part.EnsureCapacity(capacity / _parts.Length);
        }
    }

    /// <summary>An independent copy: one of the arrays, nothing is hashed again.</summary>
    public StripedMap<TKey, TValue> Copy() => new(this);

    /// <summary>Takes the entries of a map that is nobody else's, with the same comparer.</summary>
    public void TakeOver(StripedMap<TKey, TValue> other)
    {
        for (var index = 0; index < _parts.Length; index++)
        {
            _parts[index].TakeOver(other._parts[index]);
        }
    }

    public Dictionary<TKey, TValue> ToDictionary()
    {
        var copy = new Dictionary<TKey, TValue>(Count, Comparer);
        foreach (var (key, value) in this)
        {
            copy.Add(key, value);
        }

        return copy;
    }

    public TValue[] CopyValues()
    {
        var values = new TValue[Count];
        var index = 0;
        foreach (var (_, value) in this)
        {
            values[index++] = value;
        }

        return values;
    }

    public Enumerator GetEnumerator() => new(_parts);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryReadWithComparer(TKey key, StripeSet stripes, [MaybeNullWhen(false)] out TValue value)
    {
        stripes.ThrowIfInDelegate();
        var equality = new ComparerEquality<TKey>(Comparer, !RunsCodeOfKeys);
        var hashCode = HashCodeOf(key);
        var part = PartOf(hashCode);
        var spinner = default(Spinner);
        while (true)
        {
            if (part.TryRead(equality, key, hashCode, out var isThere, out value))
            {
                return isThere;
            }

            if (part.IsHeldByCurrentThread || !spinner.Next(Deadline.Never))
            {
                stripes.Await(part);
            }
        }
    }

    // Numbers are read in one piece, and so are references; comparing neither them nor strings runs anybody's code.
    private static bool IsPlatformsOwn(IEqualityComparer<TKey>? comparer)
    {
        if (typeof(TKey).IsPrimitive || typeof(TKey).IsEnum)
        {
            return comparer is null;
        }

        return typeof(TKey) == typeof(string)
            && (ReferenceEquals(comparer, EqualityComparer<string>.Default)
                || ReferenceEquals(comparer, StringComparer.Ordinal)
                || ReferenceEquals(comparer, StringComparer.OrdinalIgnoreCase));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int HashCodeOf(TKey key) =>
        typeof(TKey).IsValueType && _comparer is null ? EqualityComparer<TKey>.Default.GetHashCode(key) : _comparer!.GetHashCode(key);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private StripePart<TKey, TValue> PartOf(int hashCode) => _parts[HashSpread.Stripe(HashSpread.Of(hashCode))];

    public struct Enumerator(StripePart<TKey, TValue>[] parts)
    {
        private int _part;
        private int _index = -1;
        private KeyValuePair<TKey, TValue> _current;

        public readonly KeyValuePair<TKey, TValue> Current => _current;

        public bool MoveNext()
        {
            while (_part < parts.Length)
            {
                if (parts[_part].MoveNext(ref _index, out _current))
                {
                    return true;
                }

                _part++;
                _index = -1;
            }

            return false;
        }

        public void Reset()
        {
            _part = 0;
            _index = -1;
            _current = default;
        }
    }
}

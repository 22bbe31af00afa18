using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SafeState.Gates.Striped;

namespace SafeState.Storage.Striped;

/// <summary>A hash map with chains, of which each may be changed by itself, and read by anybody meanwhile.</summary>
/// <remarks>
/// The master of a field has stripes: members that take a key's stripe need that one, the others all of them, and
/// <see cref="Read"/> none. A map that nobody else can reach yet, and one that is never changed any more, has no stripes and needs none.
/// </remarks>
internal sealed partial class StripedMap<TKey, TValue> : StripedTable
    where TKey : notnull
{
    private readonly IEqualityComparer<TKey>? _comparer;
    private readonly bool _hasOrdinalKeys;

    // Given to the master of a field, once.
    private MapField<TKey, TValue>? _field;
    private StripeSet? _set;

    private Chain<TKey, TValue>[] _chains;

    // Keys are compared by somebody's code, or a delegate has run that must not look up.
    private bool _asksFirst;

    /// <summary>Makes an empty map that nobody else can reach.</summary>
    public StripedMap(IEqualityComparer<TKey>? comparer)
        : this(comparer, new Chain<TKey, TValue>[LeastStripes * LeastChainsPerStripe])
    {
    }

    private StripedMap(IEqualityComparer<TKey>? comparer, Chain<TKey, TValue>[] chains)
    {
        // No comparer stands for the default one, which the JIT inlines where keys are structs.
        _comparer = typeof(TKey).IsValueType && (comparer is null || ReferenceEquals(comparer, EqualityComparer<TKey>.Default))
            ? null
            : comparer ?? EqualityComparer<TKey>.Default;
        _hasOrdinalKeys = EqualityCode.IsOrdinal(_comparer);
        _asksFirst = _comparer is not null && !_hasOrdinalKeys;
        _chains = chains;
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

    /// <summary>Whether comparing keys runs somebody's code.</summary>
    public bool RunsCodeOfKeys => EqualityCode.RunsCode(Comparer);

    /// <summary>Makes this the master of a field, with stripes, while its holder is being made.</summary>
    public void BecomeMasterOf(MapField<TKey, TValue> field, StripeSet set)
    {
        _field = field;
        _set = set;
        set.Add(this);
        set.Spread(this, StripesFor(_chains.Length));
        Open();
    }

    public override void Close()
    {
        _field!.OpenChains.Close();
        GatherGrowth();
    }

    public override void Open()
    {
        AllowGrowth();
        if (!_asksFirst)
        {
            _field!.OpenChains.Open(_chains);
        }
    }

    public override void ExpectDelegates()
    {
        _asksFirst = true;
        _field!.OpenChains.Close();
    }

    /// <summary>Looks a key up without a lock, unless somebody has all stripes; for facades that could not find it in the open chains.</summary>
    public (bool IsThere, TValue? Value) Read(TKey key)
    {
        _set!.ThrowIfInDelegate();
        var hashCode = HashCodeOf(key);
        var beginning = _field!.OpenChains.Begin();
        if (!_set.IsWholeTaken)
        {
            var found = TryGetValue(key, hashCode, out var value);
            if (_field.OpenChains.WasOpenSince(beginning))
            {
                return (found, value);
            }
        }

        return ReadInside(key, hashCode);
    }

    /// <summary>Whether a key is there, if no scope disturbs the look-up. Brings its chain near, too: whoever takes the stripe next keeps it for a shorter time.</summary>
    public bool? IsThere(TKey key, int hashCode)
    {
        _set!.ThrowIfInDelegate();
        var beginning = _field!.OpenChains.Begin();
        if (_set.IsWholeTaken)
        {
            return null;
        }

        var isThere = Find(key, hashCode) is not null;
        return _field.OpenChains.WasOpenSince(beginning) ? isThere : null;
    }

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => TryGetValue(key, HashCodeOf(key), out value);

    public bool TryGetValue(TKey key, int hashCode, [MaybeNullWhen(false)] out TValue value)
    {
        var node = Find(key, hashCode);
        value = node is null ? default : node.Value;
        return node is not null;
    }

    public bool ContainsKey(TKey key) => Find(key, HashCodeOf(key)) is not null;

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

    public Enumerator GetEnumerator() => new(this);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int HashCodeOf(TKey key)
    {
        // Also a struct can be null, if it is a nullable one; of others nothing is asked.
        if (key is null)
        {
            ThrowNullKey();
        }

        if (typeof(TKey).IsValueType && _comparer is null)
        {
            return EqualityComparer<TKey>.Default.GetHashCode(key);
        }

        return _hasOrdinalKeys ? OrdinalHash.Of(Unsafe.As<string>(key)) : _comparer!.GetHashCode(key);
    }

    // A second try without a lock could fail as the first did, and so on: comparing keys may last longer than the time between scopes.
    private (bool IsThere, TValue? Value) ReadInside(TKey key, int hashCode)
    {
        if (!RunsCodeOfKeys)
        {
            var entered = _set!.Enter(this, hashCode);
            var isThere = TryGetValue(key, hashCode, out var value);
            _set.Exit(entered);
            return (isThere, value);
        }

        var stripe = _set!.EnterForDelegate(this, hashCode);
        try
        {
            return (TryGetValue(key, hashCode, out var value), value);
        }
        finally
        {
            _set.ExitAfterDelegate(stripe);
        }
    }

    /// <summary>The node of a key, if it is there.</summary>
    // Whoever loads a reference to a node finds in it what was stored before the reference was: every processor that .NET runs on
    // keeps loads in order that depend on each other.
    public ChainNode<TKey, TValue>? Find(TKey key, int hashCode)
    {
        var chains = _chains;
        var node = chains[HashSpread.Chain(hashCode, chains.Length - 1)].First;
        while (node is not null && !(node.HashCode == hashCode && AreEqual(node.Key, key)))
        {
            node = node.Next;
        }

        return node;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool AreEqual(TKey left, TKey right)
    {
        if (typeof(TKey).IsValueType)
        {
            return _comparer is null ? EqualityComparer<TKey>.Default.Equals(left, right) : _comparer.Equals(left, right);
        }

        return _hasOrdinalKeys ? string.Equals(Unsafe.As<string>(left), Unsafe.As<string>(right)) : _comparer!.Equals(left, right);
    }

    [DoesNotReturn]
    private static void ThrowNullKey() => throw new ArgumentNullException("key");
}

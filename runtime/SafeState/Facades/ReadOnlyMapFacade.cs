using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage;
using SafeState.Storage.Striped;

namespace SafeState;

/// <summary>A map of a holder, seen from outside: every member is one atomic operation. The members that only read.</summary>
/// <remarks>
/// Reads take the holder's read lock for a moment, or no lock at all under <see cref="Strategy.CopyOnWrite"/> and when the holder is
/// frozen. Inside a scope of the holder on the same thread they throw <see cref="LockRecursionException"/>.
/// </remarks>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
[DebuggerDisplay("{Name,nq}")]
public abstract partial class ReadOnlyMapFacade<TKey, TValue, TGate> : MapField<TKey, TValue>, IReadOnlyDictionary<TKey, TValue>
    where TKey : notnull
    where TGate : struct, IGate<TGate>
{
    // The master where it is in stripes: replacing its entries leaves it where it is, so that it may be asked without a lock.
    private readonly StripedMap<TKey, TValue>? _striped;
    private readonly bool _runsCodeOfKeys;
    private readonly bool _lookUpNeverThrows;

    private protected ReadOnlyMapFacade(StateCore<TGate> core, MapStorage<TKey, TValue> seed, string name)
        : base(core, seed, name)
    {
        Core = core;
        _lookUpNeverThrows = seed.NeverThrows;
        if (IsStriped && seed.Striped is { } striped)
        {
            _striped = striped;
            _runsCodeOfKeys = striped.RunsCodeOfKeys;
            striped.BecomeMasterOf(this, core.Stripes!);
        }
    }

    /// <summary>Makes the facade of a hash map, which becomes the master copy of the state, or is copied into stripes where the strategy has them.</summary>
    protected ReadOnlyMapFacade(StateCore<TGate> core, Dictionary<TKey, TValue>? seed, string name)
        : this(core, IsStriped && seed is not null ? new(StripedMap<TKey, TValue>.CopyOf(seed)) : new MapStorage<TKey, TValue>(seed), name)
    {
        if (IsStriped)
        {
            // The user's field refers to it as long as the holder lives.
            CoreCreation.WhenDone(() =>
            {
                seed!.Clear();
                seed.TrimExcess();
            });
        }
    }

    /// <summary>Makes the facade of a sorted map, which becomes the master copy of the state.</summary>
    protected ReadOnlyMapFacade(StateCore<TGate> core, SortedDictionary<TKey, TValue>? seed, string name)
        : this(core, new MapStorage<TKey, TValue>(seed), name)
    {
    }

    /// <summary>The number of entries. O(1), under the read lock.</summary>
    public int Count
    {
        get
        {
            if (TryGetLockFree(out var map))
            {
                return map.Count;
            }

            using var reading = Core.Read();
            return Master.Count;
        }
    }

    /// <summary>Whether there are no entries. O(1), under the read lock.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The keys at one instant: those of a snapshot.</summary>
    public IReadOnlyCollection<TKey> Keys => Snapshot().Keys;

    /// <summary>The values at one instant: those of a snapshot.</summary>
    public IReadOnlyCollection<TValue> Values => Snapshot().Values;

    IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;

    IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

    private protected StateCore<TGate> Core { get; }

    // A constant to the JIT.
    private static bool IsStriped => typeof(TGate) == typeof(StripedGate);

    /// <summary>The value of <paramref name="key"/>. One look-up under the read lock; allocates nothing.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public TValue this[TKey key] => TryGetValue(key, out var value) ? value : throw MapErrors.KeyNotFound(key, Name);

    /// <summary>Whether <paramref name="key"/> is there. One look-up under the read lock; allocates nothing.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public bool ContainsKey(TKey key) => TryGetValue(key, out _);

    /// <summary>Calls <paramref name="action"/> for every entry of a snapshot; no lock is held meanwhile.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public void ForEach(Action<TKey, TValue> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        foreach (var (key, value) in Snapshot())
        {
            action(key, value);
        }
    }

    /// <summary>
    /// The entries for one <c>foreach</c> under the read lock, without a copy. The lock is taken when the loop begins and released when it ends;
    /// using the holder's own members inside the loop throws <see cref="LockRecursionException"/>.
    /// </summary>
    public LockedMap<TKey, TValue, TGate> Locked() => new(this);

    /// <summary>The entries at one instant, immutable; the same object again until the map changes. The first call after a change copies the map under the read lock, O(n).</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public MapSnapshot<TKey, TValue> Snapshot()
    {
        if (TGate.PublishesImages)
        {
            return Offered ?? PublishedSnapshot();
        }

        if (CachedSnapshot is { } cached)
        {
            Core.ThrowIfHeld();
            return cached;
        }

        return Core.TakeSnapshot(this);
    }

    /// <summary>Enumerates a snapshot: entries at one instant, no lock held, never "collection was modified".</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public MapEnumerator<TKey, TValue> GetEnumerator() => Snapshot().GetEnumerator();

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The map inside a read scope. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public MapReader<TKey, TValue> __SafeRead(ReadTicket ticket)
    {
        ticket.ThrowIfNotOf(Core);
        return new MapReader<TKey, TValue>(StorageFor(ticket));
    }

    /// <summary>The map inside a write scope. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public MapEditor<TKey, TValue> __SafeEdit(WriteTicket ticket)
    {
        ticket.ThrowIfNotOf(Core);
        return new MapEditor<TKey, TValue>(this, ticket);
    }

    internal MapStorage<TKey, TValue> StorageFor(ReadTicket ticket) =>
        ticket.Image is { } image ? ((MapSnapshot<TKey, TValue>)image.Parts[Index]).Storage : Master;

    internal StateCore<TGate> GetCore() => Core;

    /// <summary>The map to read without a lock, if the strategy and the moment allow it. Folds to <see langword="false"/> for gates that always lock.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected bool TryGetLockFree(out MapStorage<TKey, TValue> map)
    {
        if ((TGate.PublishesImages || TGate.CanFreeze) && Offered is { } offered)
        {
            map = offered.Storage;
            return true;
        }

        if (TGate.PublishesImages)
        {
            map = PublishedSnapshot().Storage;
            return true;
        }

        map = default;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected static void ThrowIfNull(TKey key)
    {
        if (key is null)
        {
            ThrowNullKey();
        }
    }

    // A frozen master is immutable: it is its own snapshot.
    private protected sealed override MapSnapshot<TKey, TValue> CopySnapshot() =>
        new(TGate.CanFreeze && Core.Gate.IsFrozen ? Master : Master.Copy());

    /// <summary>Copies the map with its comparer, under the read lock. O(n).</summary>
    protected Dictionary<TKey, TValue> CopyToDictionary() => Copies.Of(Copy(static map => map.CopyHashed()));

    /// <summary>Copies the sorted map with its comparer, under the read lock. O(n).</summary>
    protected SortedDictionary<TKey, TValue> CopyToSortedDictionary() => Copies.Of(Copy(static map => map.CopySorted()));

    private TMap Copy<TMap>(Func<MapStorage<TKey, TValue>, TMap> copy)
    {
        if (TryGetLockFree(out var map))
        {
            return copy(map);
        }

        using var reading = Core.Read();
        return copy(Master);
    }

    // The core puts this field's snapshot at this field's index and nothing else: the cast needs no check.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private MapSnapshot<TKey, TValue> PublishedSnapshot() =>
        Unsafe.As<MapSnapshot<TKey, TValue>>(Core.PublishedImage().Parts[Index]);

    [DoesNotReturn]
    private static void ThrowNullKey() => throw new ArgumentNullException("key");
}

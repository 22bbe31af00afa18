using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage;
using SafeState.Views;

namespace SafeState;

/// <summary>A map of a holder whose values are collections or nodes, seen from outside: every member is one atomic operation. The members that only read.</summary>
/// <remarks>
/// Values are handed out as immutable snapshots, which are the same objects again until they change. Reads take the holder's read
/// lock for a moment, or no lock at all under <see cref="Strategy.CopyOnWrite"/> and when the holder is frozen. Inside a scope of the
/// holder on the same thread they throw <see cref="LockRecursionException"/>.
/// </remarks>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values as it is declared, in which they are taken in, by copy.</typeparam>
/// <typeparam name="TShared">The immutable type in which values are handed out.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
[DebuggerDisplay("{Map.Name,nq}")]
public abstract class ReadOnlyNestedMapFacade<TKey, TValue, TShared, TGate> : IReadOnlyDictionary<TKey, TShared>
    where TKey : notnull
    where TShared : class
    where TGate : struct, IGate<TGate>
{
    private protected ReadOnlyNestedMapFacade(
        StateCore<TGate> core, MapStorage<TKey, TValue> seed, ValueShape<TValue, TShared> values, string name)
    {
        Core = core;
        Map = new NestedMap<TKey, TValue, TShared>(core, seed, values, name);
    }

    /// <summary>Makes the facade of a hash map, of which the state begins as a copy.</summary>
    protected ReadOnlyNestedMapFacade(StateCore<TGate> core, Dictionary<TKey, TValue>? seed, ValueShape<TValue, TShared> values, string name)
        : this(core, new MapStorage<TKey, TValue>(seed), values, name)
    {
    }

    /// <summary>Makes the facade of a sorted map, of which the state begins as a copy.</summary>
    protected ReadOnlyNestedMapFacade(StateCore<TGate> core, SortedDictionary<TKey, TValue>? seed, ValueShape<TValue, TShared> values, string name)
        : this(core, new MapStorage<TKey, TValue>(seed), values, name)
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
            return Map.Master.Count;
        }
    }

    /// <summary>Whether there are no entries. O(1), under the read lock.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The keys at one instant: those of a snapshot.</summary>
    public IReadOnlyCollection<TKey> Keys => Snapshot().Keys;

    /// <summary>The values at one instant: those of a snapshot.</summary>
    public IReadOnlyCollection<TShared> Values => Snapshot().Values;

    IEnumerable<TKey> IReadOnlyDictionary<TKey, TShared>.Keys => Keys;

    IEnumerable<TShared> IReadOnlyDictionary<TKey, TShared>.Values => Values;

    private protected StateCore<TGate> Core { get; }

    private protected NestedMap<TKey, TValue, TShared> Map { get; }

    /// <summary>A snapshot of the value of <paramref name="key"/>. One look-up under the read lock; copies the value if it changed since it was last asked for.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public TShared this[TKey key] => TryGetValue(key, out var value) ? value : throw MapErrors.KeyNotFound(key, Map.Name);

    /// <summary>Looks <paramref name="key"/> up, under the read lock; <paramref name="value"/> is a snapshot, copied if the value changed since it was last asked for.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TShared value)
    {
        ThrowIfNull(key);
        if (TryGetLockFree(out var map))
        {
            return map.TryGetValue(key, out value);
        }

        using var reading = Core.Read();
        value = Map.Master.TryGetValue(key, out var field) ? field.GetSnapshotUnderLock() : null;
        return value is not null;
    }

    /// <summary>Whether <paramref name="key"/> is there. One look-up under the read lock; allocates nothing.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public bool ContainsKey(TKey key)
    {
        ThrowIfNull(key);
        if (TryGetLockFree(out var map))
        {
            return map.ContainsKey(key);
        }

        using var reading = Core.Read();
        return Map.Master.ContainsKey(key);
    }

    /// <summary>Calls <paramref name="action"/> for every entry of a snapshot; no lock is held meanwhile.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public void ForEach(Action<TKey, TShared> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        foreach (var (key, value) in Snapshot())
        {
            action(key, value);
        }
    }

    /// <summary>
    /// The entries at one instant, immutable at every depth; the same object again until something changes. The first call after a
    /// change copies the table of entries, O(n), and those values that changed, under the read lock.
    /// </summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public MapSnapshot<TKey, TShared> Snapshot()
    {
        if (TGate.PublishesImages)
        {
            return Map.Offered ?? PublishedSnapshot();
        }

        if (Map.CachedSnapshot is { } cached)
        {
            Core.ThrowIfHeld();
            return cached;
        }

        return Core.TakeSnapshot(Map);
    }

    /// <summary>Enumerates a snapshot: entries at one instant, no lock held, never "collection was modified".</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public MapEnumerator<TKey, TShared> GetEnumerator() => Snapshot().GetEnumerator();

    IEnumerator<KeyValuePair<TKey, TShared>> IEnumerable<KeyValuePair<TKey, TShared>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The map inside a read scope. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public HeldValue<MapSnapshot<TKey, TShared>> __SafeRead(ReadTicket ticket)
    {
        ticket.ThrowIfNotOf(Core);
        return ticket.Image is { } image ? new((MapSnapshot<TKey, TShared>)image.Parts[Map.Index]) : new(Map);
    }

    /// <summary>The map inside a write scope. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public EditedValue<MapSnapshot<TKey, TShared>> __SafeEdit(WriteTicket ticket)
    {
        ticket.ThrowIfNotOf(Core);
        return new(Map, ticket);
    }

    /// <summary>Opens the read scope of an enumeration under the lock. Used by generated code.</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadTicket __SafeEnterRead() => Core.EnterRead();

    /// <summary>Closes the read scope of an enumeration under the lock. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void __SafeExitRead(ReadTicket ticket) => Core.ExitRead(ticket);

    /// <summary>An independent, mutable copy at every depth, made from a snapshot.</summary>
    protected Dictionary<TKey, TValue> CopyToDictionary() => Snapshot().Storage.Convert(Map.Values.Copy).Hashed!;

    /// <summary>An independent, mutable copy at every depth, made from a snapshot.</summary>
    protected SortedDictionary<TKey, TValue> CopyToSortedDictionary() => Snapshot().Storage.Convert(Map.Values.Copy).Sorted!;

    /// <summary>The map to read without a lock, if the strategy and the moment allow it. Folds to <see langword="false"/> for gates that always lock.</summary>
    private protected bool TryGetLockFree(out MapStorage<TKey, TShared> map)
    {
        if ((TGate.PublishesImages || TGate.CanFreeze) && Map.Offered is { } offered)
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

    private protected static void ThrowIfNull(TKey key)
    {
        if (key is null)
        {
            throw new ArgumentNullException(nameof(key));
        }
    }

    // The core puts this field's snapshot at this field's index and nothing else: the cast needs no check.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private MapSnapshot<TKey, TShared> PublishedSnapshot() =>
        Unsafe.As<MapSnapshot<TKey, TShared>>(Core.PublishedImage().Parts[Map.Index]);
}

using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState;

/// <summary>A set of a holder, seen from outside: every member is one atomic operation. The members that only read.</summary>
/// <remarks>
/// Reads take the holder's read lock for a moment, or no lock at all under <see cref="Strategy.CopyOnWrite"/> and when the holder is
/// frozen. Inside a scope of the holder on the same thread they throw <see cref="LockRecursionException"/>.
/// </remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
[DebuggerDisplay("{Name,nq}")]
public abstract class ReadOnlySetFacade<T, TGate> : SetField<T>, IReadOnlySet<T>
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a set, which becomes the master copy of the state.</summary>
    protected ReadOnlySetFacade(StateCore<TGate> core, HashSet<T>? seed, string name)
        : base(core, seed, name) => Core = core;

    /// <summary>The number of elements. O(1), under the read lock.</summary>
    public int Count
    {
        get
        {
            if (TryGetLockFree(out var source))
            {
                return source.Count;
            }

            using var reading = Core.Read();
            return Master.Count;
        }
    }

    /// <summary>Whether there are no elements. O(1), under the read lock.</summary>
    public bool IsEmpty => Count == 0;

    private protected StateCore<TGate> Core { get; }

    /// <summary>Whether <paramref name="item"/> is there. One look-up under the read lock; allocates nothing.</summary>
    public bool Contains(T item)
    {
        if (TryGetLockFree(out var source))
        {
            return source.Contains(item);
        }

        using var reading = Core.Read();
        return Master.Contains(item);
    }

    /// <summary>The element that equals <paramref name="equalValue"/>, if there is one. One look-up under the read lock.</summary>
    public bool TryGetValue(T equalValue, [MaybeNullWhen(false)] out T actualValue)
    {
        if (TryGetLockFree(out var source))
        {
            return source.TryGetValue(equalValue, out actualValue);
        }

        using var reading = Core.Read();
        return Master.TryGetValue(equalValue, out actualValue);
    }

    /// <inheritdoc/>
    /// <remarks>Asks a snapshot; no lock is held while <paramref name="other"/> is read.</remarks>
    public bool IsProperSubsetOf(IEnumerable<T> other) => Snapshot().IsProperSubsetOf(other);

    /// <inheritdoc/>
    /// <remarks>Asks a snapshot; no lock is held while <paramref name="other"/> is read.</remarks>
    public bool IsProperSupersetOf(IEnumerable<T> other) => Snapshot().IsProperSupersetOf(other);

    /// <inheritdoc/>
    /// <remarks>Asks a snapshot; no lock is held while <paramref name="other"/> is read.</remarks>
    public bool IsSubsetOf(IEnumerable<T> other) => Snapshot().IsSubsetOf(other);

    /// <inheritdoc/>
    /// <remarks>Asks a snapshot; no lock is held while <paramref name="other"/> is read.</remarks>
    public bool IsSupersetOf(IEnumerable<T> other) => Snapshot().IsSupersetOf(other);

    /// <inheritdoc/>
    /// <remarks>Asks a snapshot; no lock is held while <paramref name="other"/> is read.</remarks>
    public bool Overlaps(IEnumerable<T> other) => Snapshot().Overlaps(other);

    /// <inheritdoc/>
    /// <remarks>Asks a snapshot; no lock is held while <paramref name="other"/> is read.</remarks>
    public bool SetEquals(IEnumerable<T> other) => Snapshot().SetEquals(other);

    /// <summary>An independent, mutable copy, with the comparer, as it is at one moment. O(n).</summary>
    public HashSet<T> DeepCopy() => Copies.Of(Copy());

    /// <summary>Calls <paramref name="action"/> for every element of a snapshot; no lock is held meanwhile.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public void ForEach(Action<T> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        foreach (var item in Snapshot())
        {
            action(item);
        }
    }

    /// <summary>
    /// The elements for one <c>foreach</c> under the read lock, without a copy. The lock is taken when the loop begins and released when it ends;
    /// using the holder's own members inside the loop throws <see cref="LockRecursionException"/>.
    /// </summary>
    public LockedSet<T, TGate> Locked() => new(this);

    /// <summary>The elements at one instant, immutable; the same object again until the collection changes. The first call after a change copies it under the read lock, O(n).</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public SetSnapshot<T> Snapshot()
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

    /// <summary>Enumerates a snapshot: the elements at one instant, no lock held, never "collection was modified".</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public SetSnapshot<T>.Enumerator GetEnumerator() => Snapshot().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The collection inside a read scope. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public SetReader<T> __SafeRead(ReadTicket ticket)
    {
        ticket.ThrowIfNotOf(Core);
        return new SetReader<T>(SourceFor(ticket));
    }

    /// <summary>The collection inside a write scope. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public SetEditor<T> __SafeEdit(WriteTicket ticket)
    {
        ticket.ThrowIfNotOf(Core);
        return new SetEditor<T>(this, ticket);
    }

    internal HashSet<T> SourceFor(ReadTicket ticket) =>
        ticket.Image is { } image ? ((SetSnapshot<T>)image.Parts[Index]).Items : Master;

    internal StateCore<TGate> GetCore() => Core;

    /// <summary>What to read without a lock, if the strategy and the moment allow it. Folds to <see langword="false"/> for gates that always lock.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected bool TryGetLockFree([NotNullWhen(true)] out HashSet<T>? source)
    {
        if ((TGate.PublishesImages || TGate.CanFreeze) && Offered is { } offered)
        {
            source = offered.Items;
            return true;
        }

        if (TGate.PublishesImages)
        {
            source = PublishedSnapshot().Items;
            return true;
        }

        source = default;
        return false;
    }

    // A frozen master is immutable: it is its own snapshot.
    private protected sealed override SetSnapshot<T> CopySnapshot() =>
        new(TGate.CanFreeze && Core.Gate.IsFrozen ? Master : new HashSet<T>(Master, Master.Comparer));

    // The core puts this field's snapshot at this field's index and nothing else: the cast needs no check.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private SetSnapshot<T> PublishedSnapshot() =>
        Unsafe.As<SetSnapshot<T>>(Core.PublishedImage().Parts[Index]);

    private HashSet<T> Copy()
    {
        if (TryGetLockFree(out var source))
        {
            return new HashSet<T>(source, source.Comparer);
        }

        using var reading = Core.Read();
        return new HashSet<T>(Master, Master.Comparer);
    }
}

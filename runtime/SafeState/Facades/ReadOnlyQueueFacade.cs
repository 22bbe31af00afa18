using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState;

/// <summary>A queue of a holder, seen from outside: every member is one atomic operation. The members that only read.</summary>
/// <remarks>
/// Reads take the holder's read lock for a moment, or no lock at all under <see cref="Strategy.CopyOnWrite"/> and when the holder is
/// frozen. Inside a scope of the holder on the same thread they throw <see cref="LockRecursionException"/>.
/// </remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
[DebuggerDisplay("{Name,nq}")]
public abstract class ReadOnlyQueueFacade<T, TGate> : QueueField<T>, IReadOnlyCollection<T>
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a queue, which becomes the master copy of the state.</summary>
    protected ReadOnlyQueueFacade(StateCore<TGate> core, Queue<T>? seed, string name)
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

    /// <summary>Whether <paramref name="item"/> is there. O(n), under the read lock.</summary>
    public bool Contains(T item)
    {
        if (TryGetLockFree(out var source))
        {
            return source.Contains(item);
        }

        using var reading = Core.Read();
        return Master.Contains(item);
    }

    /// <summary>The element at the head, which stays there. O(1), under the read lock; allocates nothing.</summary>
    public bool TryPeek([MaybeNullWhen(false)] out T item)
    {
        if (TryGetLockFree(out var source))
        {
            return source.TryPeek(out item);
        }

        using var reading = Core.Read();
        return Master.TryPeek(out item);
    }

    /// <summary>An independent, mutable copy. O(n), under the read lock.</summary>
    public Queue<T> DeepCopy() => Copies.Of(Copy());

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
    public LockedQueue<T, TGate> Locked() => new(this);

    /// <summary>The elements at one instant, immutable; the same object again until the collection changes. The first call after a change copies it under the read lock, O(n).</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public QueueSnapshot<T> Snapshot()
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
    public QueueSnapshot<T>.Enumerator GetEnumerator() => Snapshot().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The collection inside a read scope. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public QueueReader<T> __SafeRead(ReadTicket ticket)
    {
        ticket.ThrowIfNotOf(Core);
        return new QueueReader<T>(SourceFor(ticket));
    }

    /// <summary>The collection inside a write scope. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public QueueEditor<T> __SafeEdit(WriteTicket ticket)
    {
        ticket.ThrowIfNotOf(Core);
        return new QueueEditor<T>(this, ticket);
    }

    internal Queue<T> SourceFor(ReadTicket ticket) =>
        ticket.Image is { } image ? ((QueueSnapshot<T>)image.Parts[Index]).Items : Master;

    internal StateCore<TGate> GetCore() => Core;

    /// <summary>What to read without a lock, if the strategy and the moment allow it. Folds to <see langword="false"/> for gates that always lock.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected bool TryGetLockFree([NotNullWhen(true)] out Queue<T>? source)
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
    private protected sealed override QueueSnapshot<T> CopySnapshot() =>
        new(TGate.CanFreeze && Core.Gate.IsFrozen ? Master : new Queue<T>(Master));

    // The core puts this field's snapshot at this field's index and nothing else: the cast needs no check.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private QueueSnapshot<T> PublishedSnapshot() =>
        Unsafe.As<QueueSnapshot<T>>(Core.PublishedImage().Parts[Index]);

    private Queue<T> Copy()
    {
        if (TryGetLockFree(out var source))
        {
            return new Queue<T>(source);
        }

        using var reading = Core.Read();
        return new Queue<T>(Master);
    }
}

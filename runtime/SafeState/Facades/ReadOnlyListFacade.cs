using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState;

/// <summary>A list of a holder, seen from outside: every member is one atomic operation. The members that only read.</summary>
/// <remarks>
/// An index is only as good as the moment: when other threads insert and remove, put look-up and use into one scope.
/// Reads take the holder's read lock for a moment, or no lock at all under <see cref="Strategy.CopyOnWrite"/> and when the holder is
/// frozen. Inside a scope of the holder on the same thread they throw <see cref="LockRecursionException"/>.
/// </remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
[DebuggerDisplay("{Name,nq}")]
public abstract class ReadOnlyListFacade<T, TGate> : ListField<T>, IReadOnlyList<T>
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a list, which becomes the master copy of the state.</summary>
    protected ReadOnlyListFacade(StateCore<TGate> core, List<T>? seed, string name)
        : base(core, seed, name) => Core = core;

    /// <summary>The number of elements. O(1), under the read lock.</summary>
    public int Count
    {
        get
        {
            if (TryGetLockFree(out var source))
            {
                return source.Length;
            }

            using var reading = Core.Read();
            return Master.Count;
        }
    }

    /// <summary>Whether there are no elements. O(1), under the read lock.</summary>
    public bool IsEmpty => Count == 0;

    private protected StateCore<TGate> Core { get; }

    /// <summary>The element at <paramref name="index"/>. O(1), under the read lock.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element now.</exception>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public T this[int index] => TryGet(index, out var item) ? item : throw Spans.OutOfRange(index, Name);

    /// <summary>Whether <paramref name="item"/> is there. O(n), under the read lock.</summary>
    public bool Contains(T item) => IndexOf(item) >= 0;

    /// <summary>The index of the first element that equals <paramref name="item"/>, or -1. O(n), under the read lock.</summary>
    public int IndexOf(T item)
    {
        if (TryGetLockFree(out var source))
        {
            return Spans.IndexOf(source, item);
        }

        using var reading = Core.Read();
        return Master.IndexOf(item);
    }

    /// <summary>The element at <paramref name="index"/>, if the list is that long. O(1), under the read lock.</summary>
    public bool TryGet(int index, [MaybeNullWhen(false)] out T item)
    {
        if (TryGetLockFree(out var source))
        {
            return Spans.TryGet(source, index, out item);
        }

        using var reading = Core.Read();
        return Spans.TryGet(CollectionsMarshal.AsSpan(Master), index, out item);
    }

    /// <summary>An independent, mutable copy. O(n), under the read lock.</summary>
    public List<T> DeepCopy() => Copies.Of(new List<T>(Snapshot().Items));

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
    public LockedList<T, TGate> Locked() => new(this);

    /// <summary>The elements at one instant, immutable; the same object again until the collection changes. The first call after a change copies it under the read lock, O(n).</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public ListSnapshot<T> Snapshot()
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
    public ListSnapshot<T>.Enumerator GetEnumerator() => Snapshot().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The collection inside a read scope. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ListReader<T> __SafeRead(ReadTicket ticket)
    {
        ticket.ThrowIfNotOf(Core);
        return new ListReader<T>(SourceFor(ticket));
    }

    /// <summary>The collection inside a write scope. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ListEditor<T> __SafeEdit(WriteTicket ticket)
    {
        ticket.ThrowIfNotOf(Core);
        return new ListEditor<T>(this, ticket);
    }

    internal ReadOnlySpan<T> SourceFor(ReadTicket ticket) =>
        ticket.Image is { } image ? ((ListSnapshot<T>)image.Parts[Index]).Items.AsSpan() : CollectionsMarshal.AsSpan(Master);

    internal StateCore<TGate> GetCore() => Core;

    /// <summary>What to read without a lock, if the strategy and the moment allow it. Folds to <see langword="false"/> for gates that always lock.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected bool TryGetLockFree(out ReadOnlySpan<T> source)
    {
        if ((TGate.PublishesImages || TGate.CanFreeze) && Offered is { } offered)
        {
            source = offered.Items.AsSpan();
            return true;
        }

        if (TGate.PublishesImages)
        {
            source = PublishedSnapshot().Items.AsSpan();
            return true;
        }

        source = default;
        return false;
    }

    private protected sealed override ListSnapshot<T> CopySnapshot() => new([.. Master]);

    // The core puts this field's snapshot at this field's index and nothing else: the cast needs no check.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ListSnapshot<T> PublishedSnapshot() =>
        Unsafe.As<ListSnapshot<T>>(Core.PublishedImage().Parts[Index]);
}

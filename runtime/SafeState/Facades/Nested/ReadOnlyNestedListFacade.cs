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

/// <summary>A list of a holder whose elements are collections or nodes, seen from outside: every member is one atomic operation. The members that only read.</summary>
/// <remarks>
/// An index is only as good as the moment: when other threads insert and remove, put look-up and use into one scope.
/// Elements are handed out as immutable snapshots, which are the same objects again until they change. Reads take the holder's read
/// lock for a moment, or no lock at all under <see cref="Strategy.CopyOnWrite"/> and when the holder is frozen. Inside a scope of the
/// holder on the same thread they throw <see cref="LockRecursionException"/>.
/// </remarks>
/// <typeparam name="T">The type of the elements as it is declared, in which they are taken in, by copy.</typeparam>
/// <typeparam name="TShared">The immutable type in which elements are handed out.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
[DebuggerDisplay("{List.Name,nq}")]
public abstract class ReadOnlyNestedListFacade<T, TShared, TGate> : IReadOnlyList<TShared>
    where TShared : class
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a list, of which the state begins as a copy.</summary>
    protected ReadOnlyNestedListFacade(StateCore<TGate> core, List<T>? seed, ValueShape<T, TShared> items, string name)
    {
        Core = core;
        List = new NestedList<T, TShared>(core, seed, items, name);
    }

    /// <summary>The number of elements. O(1), under the read lock.</summary>
    public int Count
    {
        get
        {
            if (TryGetLockFree(out var snapshot))
            {
                return snapshot.Count;
            }

            using var reading = Core.Read();
            return List.Master.Count;
        }
    }

    /// <summary>Whether there are no elements. O(1), under the read lock.</summary>
    public bool IsEmpty => Count == 0;

    private protected StateCore<TGate> Core { get; }

    private protected NestedList<T, TShared> List { get; }

    /// <summary>A snapshot of the element at <paramref name="index"/>. O(1), under the read lock; copies the element if it changed since it was last asked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element now.</exception>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public TShared this[int index] => TryGet(index, out var item) ? item : throw Spans.OutOfRange(index, List.Name);

    /// <summary>A snapshot of the element at <paramref name="index"/>, if the list is that long. O(1), under the read lock; copies the element if it changed since it was last asked for.</summary>
    public bool TryGet(int index, [MaybeNullWhen(false)] out TShared item)
    {
        if (TryGetLockFree(out var snapshot))
        {
            return Spans.TryGet<TShared>(snapshot.Items, index, out item);
        }

        using var reading = Core.Read();
        item = (uint)index < (uint)List.Master.Count ? List.Master[index].GetSnapshotUnderLock() : null;
        return item is not null;
    }

    /// <summary>An independent, mutable copy at every depth, made from a snapshot.</summary>
    public List<T> DeepCopy() => [.. Array.ConvertAll(Snapshot().Items, List.Items.Copy)];

    /// <summary>Calls <paramref name="action"/> for every element of a snapshot; no lock is held meanwhile.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public void ForEach(Action<TShared> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        foreach (var item in Snapshot())
        {
            action(item);
        }
    }

    /// <summary>
    /// The elements at one instant, immutable at every depth; the same object again until something changes. The first call after a
    /// change copies the row of elements, O(n), and those that changed, under the read lock.
    /// </summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public ListSnapshot<TShared> Snapshot()
    {
        if (TGate.PublishesImages)
        {
            return List.Offered ?? PublishedSnapshot();
        }

        if (List.CachedSnapshot is { } cached)
        {
            Core.ThrowIfHeld();
            return cached;
        }

        return Core.TakeSnapshot(List);
    }

    /// <summary>Enumerates a snapshot: the elements at one instant, no lock held, never "collection was modified".</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public ListSnapshot<TShared>.Enumerator GetEnumerator() => Snapshot().GetEnumerator();

    IEnumerator<TShared> IEnumerable<TShared>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The collection inside a read scope. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public HeldValue<ListSnapshot<TShared>> __SafeRead(ReadTicket ticket)
    {
        ticket.ThrowIfNotOf(Core);
        return ticket.Image is { } image ? new((ListSnapshot<TShared>)image.Parts[List.Index]) : new(List);
    }

    /// <summary>The collection inside a write scope. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public EditedValue<ListSnapshot<TShared>> __SafeEdit(WriteTicket ticket)
    {
        ticket.ThrowIfNotOf(Core);
        return new(List, ticket);
    }

    /// <summary>Opens the read scope of an enumeration under the lock. Used by generated code.</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadTicket __SafeEnterRead() => Core.EnterRead();

    /// <summary>Closes the read scope of an enumeration under the lock. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void __SafeExitRead(ReadTicket ticket) => Core.ExitRead(ticket);

    /// <summary>What to read without a lock, if the strategy and the moment allow it. Folds to <see langword="false"/> for gates that always lock.</summary>
    private protected bool TryGetLockFree([NotNullWhen(true)] out ListSnapshot<TShared>? snapshot)
    {
        if ((TGate.PublishesImages || TGate.CanFreeze) && List.Offered is { } offered)
        {
            snapshot = offered;
            return true;
        }

        snapshot = TGate.PublishesImages ? PublishedSnapshot() : null;
        return snapshot is not null;
    }

    // The core puts this field's snapshot at this field's index and nothing else: the cast needs no check.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ListSnapshot<TShared> PublishedSnapshot() =>
        Unsafe.As<ListSnapshot<TShared>>(Core.PublishedImage().Parts[List.Index]);
}

using System.Diagnostics.CodeAnalysis;
using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState;

/// <summary>A queue of a holder whose elements are collections or nodes, seen from outside: every member is one atomic operation, visible to others when it returns.</summary>
/// <remarks>
/// Elements are taken in by copy, before the lock is taken, and handed out as immutable snapshots. Writes take the holder's write lock for
/// a moment; under <see cref="Strategy.CopyOnWrite"/> each one copies the row of elements, O(n), and those that changed, so put several
/// into one scope. Inside a scope of the holder on the same thread they throw <see cref="LockRecursionException"/>, on a frozen holder
/// <see cref="InvalidOperationException"/>. An exception leaves the queue as it was.
/// </remarks>
/// <typeparam name="T">The type of the elements as it is declared, in which they are taken in, by copy.</typeparam>
/// <typeparam name="TShared">The immutable type in which elements are handed out.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
public abstract class NestedQueueFacade<T, TShared, TGate> : ReadOnlyNestedQueueFacade<T, TShared, TGate>
    where TShared : class
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a queue, of which the state begins as a copy.</summary>
    protected NestedQueueFacade(StateCore<TGate> core, Queue<T>? seed, ValueShape<T, TShared> items, string name)
        : base(core, seed, items, name)
    {
    }

    /// <summary>Adds a copy of <paramref name="item"/> at the tail. Amortised O(1).</summary>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public void Enqueue(T item) => EnqueueRange([Queue.Items.Adopt(item)]);

    /// <summary>Adds copies of all of <paramref name="items"/> at the tail, with nothing in between. The sequence is read and copied before the lock is taken.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or an element is null.</exception>
    public void EnqueueRange(IEnumerable<T> items) => EnqueueRange(Members.AdoptAll(items, Queue.Items.Adopt));

    /// <inheritdoc cref="EnqueueRange(IEnumerable{T})"/>
    public void EnqueueRange(IEnumerable<TShared> items) => EnqueueRange(Members.AdoptAll(items, Queue.Items.Adopt));

    /// <summary>Takes the element at the head and hands out a snapshot of it.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryDequeue([MaybeNullWhen(false)] out TShared item)
    {
        using var writing = Core.Write();
        return Queue.TryDequeue(out item);
    }

    /// <summary>Takes all elements at once, from head to tail. O(n).</summary>
    public TShared[] DequeueAll()
    {
        using var writing = Core.Write();
        TShared[] taken = [.. Queue.GetSnapshotUnderLock()];
        Queue.Replace([]);
        return taken;
    }

    /// <summary>Removes all elements. O(n).</summary>
    public void Clear()
    {
        using var writing = Core.Write();
        Queue.Replace([]);
    }

    /// <summary>Replaces all elements by copies of <paramref name="items"/> at once. The sequence is read and copied before the lock is taken.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or an element is null.</exception>
    public void ReplaceAll(IEnumerable<T> items) => ReplaceAll(Members.AdoptAll(items, Queue.Items.Adopt));

    /// <inheritdoc cref="ReplaceAll(IEnumerable{T})"/>
    public void ReplaceAll(IEnumerable<TShared> items) => ReplaceAll(Members.AdoptAll(items, Queue.Items.Adopt));

    private void ReplaceAll(List<StateField<TShared>> replacement)
    {
        try
        {
            using var writing = Core.Write();
            Queue.Replace(replacement);
        }
        catch
        {
            Members.DiscardAll(replacement);
            throw;
        }
    }

    private void EnqueueRange(List<StateField<TShared>> added)
    {
        try
        {
            using var writing = Core.Write();
            Queue.EnqueueRange(added);
        }
        catch
        {
            Members.DiscardAll(added);
            throw;
        }
    }
}

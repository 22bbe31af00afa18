using System.Diagnostics.CodeAnalysis;
using SafeState.Gates;
using SafeState.Infrastructure;

namespace SafeState;

/// <summary>A queue of a holder, seen from outside: every member is one atomic operation, visible to others when it returns.</summary>
/// <remarks>
/// Writes take the holder's write lock for a moment; under <see cref="Strategy.CopyOnWrite"/> each one copies the queue, O(n), so
/// put several into one scope. Inside a scope of the holder on the same thread they throw <see cref="LockRecursionException"/>,
/// on a frozen holder <see cref="InvalidOperationException"/>. An exception leaves the queue as it was.
/// </remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
public abstract class QueueFacade<T, TGate> : ReadOnlyQueueFacade<T, TGate>
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a queue, which becomes the master copy of the state.</summary>
    protected QueueFacade(StateCore<TGate> core, Queue<T>? seed, string name)
        : base(core, seed, name)
    {
    }

    /// <summary>Adds <paramref name="item"/> at the tail. Amortised O(1).</summary>
    public void Enqueue(T item)
    {
        using var writing = Core.Write();
        Master.Enqueue(item);
        MarkChanged();
    }

    /// <summary>Takes the element at the head. O(1).</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryDequeue([MaybeNullWhen(false)] out T item)
    {
        using var writing = Core.Write();
        if (!Master.TryDequeue(out item))
        {
            return false;
        }

        MarkChanged();
        return true;
    }

    /// <summary>Adds all of <paramref name="items"/> at the tail, with nothing in between. The sequence is read before the lock is taken.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public void EnqueueRange(IEnumerable<T> items)
    {
        var added = Collect(items);
        using var writing = Core.Write();
        foreach (var item in added)
        {
            Master.Enqueue(item);
            MarkChanged();
        }
    }

    /// <summary>Takes all elements at once, from head to tail. O(n).</summary>
    public T[] DequeueAll()
    {
        using var writing = Core.Write();
        if (Master.Count == 0)
        {
            return [];
        }

        var taken = Master.ToArray();
        Master.Clear();
        MarkChanged();
        return taken;
    }

    /// <summary>Removes all elements. O(n).</summary>
    public void Clear()
    {
        using var writing = Core.Write();
        if (Master.Count != 0)
        {
            Master.Clear();
            MarkChanged();
        }
    }

    /// <summary>Replaces all elements by <paramref name="items"/> at once. The sequence is read before the lock is taken, which is then held for one assignment.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public void ReplaceAll(IEnumerable<T> items)
    {
        var replacement = Collect(items);
        using var writing = Core.Write();
        Replace(replacement);
    }
}

using SafeState.Gates;
using SafeState.Infrastructure;

namespace SafeState;

/// <summary>A set of a holder, seen from outside: every member is one atomic operation, visible to others when it returns.</summary>
/// <remarks>
/// Writes take the holder's write lock for a moment; under <see cref="Strategy.CopyOnWrite"/> each one copies the set, O(n), so
/// put several into one scope. Inside a scope of the holder on the same thread they throw <see cref="LockRecursionException"/>,
/// on a frozen holder <see cref="InvalidOperationException"/>. An exception leaves the set as it was, unless a comparer throws in the middle of a change of many.
/// </remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
public abstract class SetFacade<T, TGate> : ReadOnlySetFacade<T, TGate>
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a set, which becomes the master copy of the state.</summary>
    protected SetFacade(StateCore<TGate> core, HashSet<T>? seed, string name)
        : base(core, seed, name)
    {
    }

    /// <summary>Adds <paramref name="item"/> unless it is there.</summary>
    /// <returns>Whether it was added.</returns>
    public bool Add(T item)
    {
        using var writing = Core.Write();
        if (!Master.Add(item))
        {
            return false;
        }

        MarkChanged();
        return true;
    }

    /// <summary>Removes <paramref name="item"/>.</summary>
    /// <returns>Whether it was there; of several threads that remove the same element, one is told so.</returns>
    public bool Remove(T item)
    {
        using var writing = Core.Write();
        if (!Master.Remove(item))
        {
            return false;
        }

        MarkChanged();
        return true;
    }

    /// <summary>Adds all of <paramref name="items"/> that are not there. The sequence is read before the lock is taken.</summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public int AddRange(IEnumerable<T> items)
    {
        var candidates = Collect(items);
        using var writing = Core.Write();
        var added = 0;
        foreach (var item in candidates)
        {
            if (Master.Add(item))
            {
                MarkChanged();
                added++;
            }
        }

        return added;
    }

    /// <summary>Removes the elements for which <paramref name="predicate"/> says so. It is asked for every element, once, under the write lock, before the first is removed. O(n).</summary>
    /// <remarks>Keep the delegate short, and do not use the holder in it (<see cref="LockRecursionException"/>). If it throws, nothing changes.</remarks>
    /// <returns>How many were removed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is null.</exception>
    public int RemoveWhere(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        using var writing = Core.Write();
        var removed = new List<T>();
        try
        {
            foreach (var item in Master)
            {
                if (predicate(item))
                {
                    removed.Add(item);
                }
            }
        }
        catch (LockRecursionException exception) when (Core.IsUsedAgain(exception))
        {
            throw Core.UsedByDelegate(nameof(RemoveWhere), exception);
        }

        foreach (var item in removed)
        {
            Master.Remove(item);
            MarkChanged();
        }

        return removed.Count;
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

using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState;

/// <summary>A list of a holder, seen from outside: every member is one atomic operation, visible to others when it returns.</summary>
/// <remarks>
/// Writes take the holder's write lock for a moment; under <see cref="Strategy.CopyOnWrite"/> each one copies the list, O(n), so
/// put several into one scope. Inside a scope of the holder on the same thread they throw <see cref="LockRecursionException"/>,
/// on a frozen holder <see cref="InvalidOperationException"/>. An exception leaves the list as it was.
/// </remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
public abstract class ListFacade<T, TGate> : ReadOnlyListFacade<T, TGate>
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a list, which becomes the master copy of the state.</summary>
    protected ListFacade(StateCore<TGate> core, List<T>? seed, string name)
        : base(core, seed, name)
    {
    }

    /// <summary>The element at <paramref name="index"/>. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element now.</exception>
    public new T this[int index]
    {
        get => base[index];
        set
        {
            using var writing = Core.Write();
            ThrowIfOutOfRange(index);
            Master[index] = value;
            MarkChanged();
        }
    }

    /// <summary>Adds <paramref name="item"/> at the end. Amortised O(1).</summary>
    public void Add(T item)
    {
        using var writing = Core.Write();
        Master.Add(item);
        MarkChanged();
    }

    /// <summary>Puts <paramref name="item"/> at <paramref name="index"/>. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or beyond the end.</exception>
    public void Insert(int index, T item)
    {
        using var writing = Core.Write();
        if ((uint)index > (uint)Master.Count)
        {
            throw Spans.OutOfRange(index, Name);
        }

        Master.Insert(index, item);
        MarkChanged();
    }

    /// <summary>Removes the first element that equals <paramref name="item"/>. O(n).</summary>
    /// <returns>Whether there was one.</returns>
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

    /// <summary>Removes the element at <paramref name="index"/>. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public void RemoveAt(int index)
    {
        using var writing = Core.Write();
        ThrowIfOutOfRange(index);
        Master.RemoveAt(index);
        MarkChanged();
    }

    /// <summary>Adds all of <paramref name="items"/> at the end, with nothing in between. The sequence is read before the lock is taken.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public void AddRange(IEnumerable<T> items)
    {
        var added = Collect(items);
        using var writing = Core.Write();
        if (added.Count != 0)
        {
            Master.AddRange(added);
            MarkChanged();
        }
    }

    /// <summary>Replaces the element at <paramref name="index"/> by what <paramref name="itemFactory"/> makes of it.</summary>
    /// <remarks>The delegate runs once, under the write lock: keep it short, and do not use the holder in it (<see cref="LockRecursionException"/>). If it throws, nothing changes.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="itemFactory"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element now.</exception>
    public void Update(int index, Func<T, T> itemFactory)
    {
        ArgumentNullException.ThrowIfNull(itemFactory);
        using var writing = Core.Write();
        ThrowIfOutOfRange(index);
        try
        {
            Master[index] = itemFactory(Master[index]);
        }
        catch (LockRecursionException exception) when (Core.IsUsedAgain(exception))
        {
            throw Core.UsedByDelegate(nameof(Update), exception);
        }

        MarkChanged();
    }

    /// <summary>Removes the elements for which <paramref name="predicate"/> says so. It is asked for every element, once, under the write lock, before the first is removed. O(n).</summary>
    /// <remarks>Keep the delegate short, and do not use the holder in it (<see cref="LockRecursionException"/>). If it throws, nothing changes.</remarks>
    /// <returns>How many were removed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is null.</exception>
    public int RemoveWhere(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        using var writing = Core.Write();
        var kept = new List<T>(Master.Count);
        try
        {
            foreach (var item in Master)
            {
                if (!predicate(item))
                {
                    kept.Add(item);
                }
            }
        }
        catch (LockRecursionException exception) when (Core.IsUsedAgain(exception))
        {
            throw Core.UsedByDelegate(nameof(RemoveWhere), exception);
        }

        var removed = Master.Count - kept.Count;
        if (removed != 0)
        {
            Replace(kept);
        }

        return removed;
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

    private void ThrowIfOutOfRange(int index)
    {
        if ((uint)index >= (uint)Master.Count)
        {
            throw Spans.OutOfRange(index, Name);
        }
    }
}

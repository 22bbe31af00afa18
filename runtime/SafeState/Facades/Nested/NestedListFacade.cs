using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState;

/// <summary>A list of a holder whose elements are collections or nodes, seen from outside: every member is one atomic operation, visible to others when it returns.</summary>
/// <remarks>
/// Elements are taken in by copy, before the lock is taken, and handed out as immutable snapshots. Writes take the holder's write lock for
/// a moment; under <see cref="Strategy.CopyOnWrite"/> each one copies the row of elements, O(n), and those that changed, so put several
/// into one scope. Inside a scope of the holder on the same thread they throw <see cref="LockRecursionException"/>, on a frozen holder
/// <see cref="InvalidOperationException"/>. An exception leaves the list as it was.
/// </remarks>
/// <typeparam name="T">The type of the elements as it is declared, in which they are taken in, by copy.</typeparam>
/// <typeparam name="TShared">The immutable type in which elements are handed out.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
public abstract class NestedListFacade<T, TShared, TGate> : ReadOnlyNestedListFacade<T, TShared, TGate>
    where TShared : class
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a list, of which the state begins as a copy.</summary>
    protected NestedListFacade(StateCore<TGate> core, List<T>? seed, ValueShape<T, TShared> items, string name)
        : base(core, seed, items, name)
    {
    }

    /// <summary>A snapshot of the element at <paramref name="index"/>. Setting takes a snapshot too, of this holder or another; for a collection of your own there is <see cref="Set(int, T)"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element now.</exception>
    /// <exception cref="ArgumentNullException">The element is null.</exception>
    public new TShared this[int index]
    {
        get => base[index];
        set => Put(index, List.Items.Adopt(value));
    }

    /// <summary>Replaces the element at <paramref name="index"/> by a copy of <paramref name="item"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element now.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public void Set(int index, T item) => Put(index, List.Items.Adopt(item));

    /// <summary>Adds a copy of <paramref name="item"/> at the end. Amortised O(1).</summary>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public void Add(T item) => AddRange([List.Items.Adopt(item)]);

    /// <summary>Puts a copy of <paramref name="item"/> at <paramref name="index"/>. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or beyond the end.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public void Insert(int index, T item)
    {
        var adopted = List.Items.Adopt(item);
        try
        {
            using var writing = Core.Write();
            List.Insert(index, adopted);
        }
        catch
        {
            adopted.Discard();
            throw;
        }
    }

    /// <summary>Removes the element at <paramref name="index"/>. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public void RemoveAt(int index)
    {
        using var writing = Core.Write();
        List.RemoveAt(index);
    }

    /// <summary>Adds copies of all of <paramref name="items"/> at the end, with nothing in between. The sequence is read and copied before the lock is taken.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or an element is null.</exception>
    public void AddRange(IEnumerable<T> items) => AddRange(Members.AdoptAll(items, List.Items.Adopt));

    /// <inheritdoc cref="AddRange(IEnumerable{T})"/>
    public void AddRange(IEnumerable<TShared> items) => AddRange(Members.AdoptAll(items, List.Items.Adopt));

    /// <summary>Replaces the element at <paramref name="index"/> by a copy of what <paramref name="itemFactory"/> makes of its snapshot.</summary>
    /// <remarks>The delegate runs once, under the write lock: keep it short, and do not use the holder in it (<see cref="LockRecursionException"/>). If it throws, nothing changes.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="itemFactory"/> or what it makes is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element now.</exception>
    public void Update(int index, Func<TShared, T> itemFactory)
    {
        ArgumentNullException.ThrowIfNull(itemFactory);
        using var writing = Core.Write();
        List.ThrowIfOutOfRange(index);
        T item;
        try
        {
            item = itemFactory(List.Master[index].GetSnapshotUnderLock());
        }
        catch (LockRecursionException exception) when (Core.IsUsedAgain(exception))
        {
            throw Core.UsedByDelegate(nameof(Update), exception);
        }

        var adopted = List.Items.Adopt(item);
        try
        {
            List.Set(index, adopted);
        }
        catch
        {
            adopted.Discard();
            throw;
        }
    }

    /// <summary>Removes the elements for which <paramref name="predicate"/> says so. It is asked for the snapshot of every element, once, under the write lock, before the first is removed. O(n).</summary>
    /// <remarks>Keep the delegate short, and do not use the holder in it (<see cref="LockRecursionException"/>). If it throws, nothing changes.</remarks>
    /// <returns>How many were removed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is null.</exception>
    public int RemoveWhere(Func<TShared, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        using var writing = Core.Write();
        var kept = new List<StateField<TShared>>(List.Master.Count);
        var removed = new List<StateField<TShared>>();
        try
        {
            foreach (var field in List.Master)
            {
                (predicate(field.GetSnapshotUnderLock()) ? removed : kept).Add(field);
            }
        }
        catch (LockRecursionException exception) when (Core.IsUsedAgain(exception))
        {
            throw Core.UsedByDelegate(nameof(RemoveWhere), exception);
        }

        List.Keep(kept, removed);
        return removed.Count;
    }

    /// <summary>Removes all elements. O(n).</summary>
    public void Clear()
    {
        using var writing = Core.Write();
        List.Replace([]);
    }

    /// <summary>Replaces all elements by copies of <paramref name="items"/> at once. The sequence is read and copied before the lock is taken.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or an element is null.</exception>
    public void ReplaceAll(IEnumerable<T> items) => ReplaceAll(Members.AdoptAll(items, List.Items.Adopt));

    /// <inheritdoc cref="ReplaceAll(IEnumerable{T})"/>
    public void ReplaceAll(IEnumerable<TShared> items) => ReplaceAll(Members.AdoptAll(items, List.Items.Adopt));

    private void ReplaceAll(List<StateField<TShared>> replacement)
    {
        try
        {
            using var writing = Core.Write();
            List.Replace(replacement);
        }
        catch
        {
            Members.DiscardAll(replacement);
            throw;
        }
    }

    private void AddRange(List<StateField<TShared>> added)
    {
        try
        {
            using var writing = Core.Write();
            List.AddRange(added);
        }
        catch
        {
            Members.DiscardAll(added);
            throw;
        }
    }

    private void Put(int index, StateField<TShared> adopted)
    {
        try
        {
            using var writing = Core.Write();
            List.Set(index, adopted);
        }
        catch
        {
            adopted.Discard();
            throw;
        }
    }
}

namespace SafeState;

// The members that call a delegate while the write lock is held. Each calls it exactly once per entry it concerns.
public abstract partial class NestedMapFacade<TKey, TValue, TShared, TGate>
{
    /// <summary>Adds a copy of <paramref name="addValue"/>, or replaces the value that is there by a copy of what <paramref name="updateValueFactory"/> makes of its snapshot.</summary>
    /// <remarks>The delegate runs once, under the write lock: keep it short, and do not use the holder in it (<see cref="LockRecursionException"/>). If it throws, nothing changes.</remarks>
    /// <returns>A snapshot of the value that is there now.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/>, a delegate, or a value is null.</exception>
    public TShared AddOrUpdate(TKey key, TValue addValue, Func<TKey, TShared, TValue> updateValueFactory)
    {
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        return AddOrUpdate(
            key,
            static (_, state) => state.addValue,
            static (key, value, state) => state.updateValueFactory(key, value),
            (addValue, updateValueFactory));
    }

    /// <summary>Adds a copy of what <paramref name="addValueFactory"/> makes, or replaces the value that is there by a copy of what <paramref name="updateValueFactory"/> makes of its snapshot.</summary>
    /// <inheritdoc cref="AddOrUpdate(TKey, TValue, Func{TKey, TShared, TValue})"/>
    public TShared AddOrUpdate(TKey key, Func<TKey, TValue> addValueFactory, Func<TKey, TShared, TValue> updateValueFactory)
    {
        ArgumentNullException.ThrowIfNull(addValueFactory);
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        return AddOrUpdate(
            key,
            static (key, state) => state.addValueFactory(key),
            static (key, value, state) => state.updateValueFactory(key, value),
            (addValueFactory, updateValueFactory));
    }

    /// <summary>Adds a copy of what <paramref name="addValueFactory"/> makes, or replaces the value that is there by a copy of what <paramref name="updateValueFactory"/> makes of its snapshot; both are given <paramref name="factoryArgument"/>, so that they can be static.</summary>
    /// <inheritdoc cref="AddOrUpdate(TKey, TValue, Func{TKey, TShared, TValue})"/>
    public TShared AddOrUpdate<TArg>(
        TKey key,
        Func<TKey, TArg, TValue> addValueFactory,
        Func<TKey, TShared, TArg, TValue> updateValueFactory,
        TArg factoryArgument)
    {
        ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(addValueFactory);
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        using var writing = Core.Write();
        var present = Map.Master.TryGetValue(key, out var field) ? field.GetSnapshotUnderLock() : null;
        TValue value;
        try
        {
            value = present is not null
                ? updateValueFactory(key, present, factoryArgument)
                : addValueFactory(key, factoryArgument);
        }
        catch (LockRecursionException exception) when (Core.IsUsedAgain(exception))
        {
            throw Core.UsedByDelegate(nameof(AddOrUpdate), exception);
        }

        return SetUnderLock(key, value);
    }

    /// <summary>Replaces the value of <paramref name="key"/>, if it is there, by a copy of what <paramref name="valueFactory"/> makes of its snapshot.</summary>
    /// <inheritdoc cref="AddOrUpdate(TKey, TValue, Func{TKey, TShared, TValue})"/>
    /// <returns>Whether the key was there.</returns>
    public bool Update(TKey key, Func<TKey, TShared, TValue> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return Update(key, static (key, value, factory) => factory(key, value), valueFactory);
    }

    /// <summary>Replaces the value of <paramref name="key"/>, if it is there, by a copy of what <paramref name="valueFactory"/> makes of its snapshot and <paramref name="factoryArgument"/>.</summary>
    /// <inheritdoc cref="AddOrUpdate(TKey, TValue, Func{TKey, TShared, TValue})"/>
    /// <returns>Whether the key was there.</returns>
    public bool Update<TArg>(TKey key, Func<TKey, TShared, TArg, TValue> valueFactory, TArg factoryArgument)
    {
        ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(valueFactory);
        using var writing = Core.Write();
        if (!Map.Master.TryGetValue(key, out var field))
        {
            return false;
        }

        var present = field.GetSnapshotUnderLock();
        TValue value;
        try
        {
            value = valueFactory(key, present, factoryArgument);
        }
        catch (LockRecursionException exception) when (Core.IsUsedAgain(exception))
        {
            throw Core.UsedByDelegate(nameof(Update), exception);
        }

        SetUnderLock(key, value);
        return true;
    }

    /// <summary>Removes the entries for which <paramref name="predicate"/> says so. It is asked for every entry, once, before the first is removed. O(n).</summary>
    /// <inheritdoc cref="AddOrUpdate(TKey, TValue, Func{TKey, TShared, TValue})"/>
    /// <returns>How many entries were removed.</returns>
    public int RemoveWhere(Func<TKey, TShared, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return RemoveWhere(static (key, value, predicate) => predicate(key, value), predicate);
    }

    /// <summary>Removes the entries for which <paramref name="predicate"/>, given <paramref name="predicateArgument"/>, says so. It is asked for every entry, once, before the first is removed. O(n).</summary>
    /// <inheritdoc cref="AddOrUpdate(TKey, TValue, Func{TKey, TShared, TValue})"/>
    /// <returns>How many entries were removed.</returns>
    public int RemoveWhere<TArg>(Func<TKey, TShared, TArg, bool> predicate, TArg predicateArgument)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        using var writing = Core.Write();
        var removed = new List<TKey>();
        try
        {
            foreach (var (key, field) in Map.Master)
            {
                if (predicate(key, field.GetSnapshotUnderLock(), predicateArgument))
                {
                    removed.Add(key);
                }
            }
        }
        catch (LockRecursionException exception) when (Core.IsUsedAgain(exception))
        {
            throw Core.UsedByDelegate(nameof(RemoveWhere), exception);
        }

        removed.ForEach(key => Map.RemoveOnly(key));
        return removed.Count;
    }

    private TShared SetUnderLock(TKey key, TValue value)
    {
        var adopted = Map.Values.Adopt(value);
        try
        {
            Map.Set(key, adopted);
            return adopted.GetSnapshotUnderLock();
        }
        catch
        {
            adopted.Discard();
            throw;
        }
    }
}

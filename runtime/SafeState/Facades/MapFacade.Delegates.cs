using System.Runtime.CompilerServices;

namespace SafeState;

// The members that call a delegate while the write lock is held. Each calls it exactly once per entry it concerns.
public abstract partial class MapFacade<TKey, TValue, TGate>
{
    /// <summary>Adds <paramref name="addValue"/>, or replaces the value that is there by what <paramref name="updateValueFactory"/> makes of it.</summary>
    /// <remarks>The delegate runs once, under the write lock: keep it short, and do not use the holder in it (<see cref="LockRecursionException"/>). If it throws, nothing changes.</remarks>
    /// <returns>The value that is there now.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or a delegate is null.</exception>
    public TValue AddOrUpdate(TKey key, TValue addValue, Func<TKey, TValue, TValue> updateValueFactory)
    {
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        return AddOrUpdate(
            key,
            static (_, state) => state.addValue,
            static (key, value, state) => state.updateValueFactory(key, value),
            (addValue, updateValueFactory));
    }

    /// <summary>Adds what <paramref name="addValueFactory"/> makes, or replaces the value that is there by what <paramref name="updateValueFactory"/> makes of it.</summary>
    /// <inheritdoc cref="AddOrUpdate(TKey, TValue, Func{TKey, TValue, TValue})"/>
    public TValue AddOrUpdate(TKey key, Func<TKey, TValue> addValueFactory, Func<TKey, TValue, TValue> updateValueFactory)
    {
        ArgumentNullException.ThrowIfNull(addValueFactory);
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        return AddOrUpdate(
            key,
            static (key, state) => state.addValueFactory(key),
            static (key, value, state) => state.updateValueFactory(key, value),
            (addValueFactory, updateValueFactory));
    }

    /// <summary>Adds what <paramref name="addValueFactory"/> makes, or replaces the value that is there by what <paramref name="updateValueFactory"/> makes of it; both are given <paramref name="factoryArgument"/>, so that they can be static.</summary>
    /// <inheritdoc cref="AddOrUpdate(TKey, TValue, Func{TKey, TValue, TValue})"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public TValue AddOrUpdate<TArg>(
        TKey key,
        Func<TKey, TArg, TValue> addValueFactory,
        Func<TKey, TValue, TArg, TValue> updateValueFactory,
        TArg factoryArgument)
    {
        ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(addValueFactory);
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        using var writing = WriteKey(HashCodeOf(key), runsDelegate: true);
        var isThere = TryGetMaster(writing, key, out var node, out var present);
        TValue value;
        try
        {
            value = isThere
                ? updateValueFactory(key, present!, factoryArgument)
                : addValueFactory(key, factoryArgument);
        }
        catch (LockRecursionException exception) when (Core.IsUsedAgain(exception))
        {
            throw Core.UsedByDelegate(nameof(AddOrUpdate), exception);
        }

        SetMaster(writing, key, node, value);
        writing.MarkChanged(this);
        return value;
    }

    /// <summary>Replaces the value of <paramref name="key"/>, if it is there, by what <paramref name="valueFactory"/> makes of it.</summary>
    /// <inheritdoc cref="AddOrUpdate(TKey, TValue, Func{TKey, TValue, TValue})"/>
    /// <returns>Whether the key was there.</returns>
    public bool Update(TKey key, Func<TKey, TValue, TValue> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return Update(key, static (key, value, factory) => factory(key, value), valueFactory);
    }

    /// <summary>Replaces the value of <paramref name="key"/>, if it is there, by what <paramref name="valueFactory"/> makes of it and <paramref name="factoryArgument"/>.</summary>
    /// <inheritdoc cref="AddOrUpdate(TKey, TValue, Func{TKey, TValue, TValue})"/>
    /// <returns>Whether the key was there.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Update<TArg>(TKey key, Func<TKey, TValue, TArg, TValue> valueFactory, TArg factoryArgument)
    {
        ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(valueFactory);
        using var writing = WriteKey(HashCodeOf(key), runsDelegate: true);
        if (!TryGetMaster(writing, key, out var node, out var present))
        {
            return false;
        }

        TValue value;
        try
        {
            value = valueFactory(key, present, factoryArgument);
        }
        catch (LockRecursionException exception) when (Core.IsUsedAgain(exception))
        {
            throw Core.UsedByDelegate(nameof(Update), exception);
        }

        SetMaster(writing, key, node, value);
        writing.MarkChanged(this);
        return true;
    }

    /// <summary>Removes the entries for which <paramref name="predicate"/> says so. It is asked for every entry, once, before the first is removed. O(n).</summary>
    /// <inheritdoc cref="AddOrUpdate(TKey, TValue, Func{TKey, TValue, TValue})"/>
    /// <returns>How many entries were removed.</returns>
    public int RemoveWhere(Func<TKey, TValue, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return RemoveWhere(static (key, value, predicate) => predicate(key, value), predicate);
    }

    /// <summary>Removes the entries for which <paramref name="predicate"/>, given <paramref name="predicateArgument"/>, says so. It is asked for every entry, once, before the first is removed. O(n).</summary>
    /// <inheritdoc cref="AddOrUpdate(TKey, TValue, Func{TKey, TValue, TValue})"/>
    /// <returns>How many entries were removed.</returns>
    public int RemoveWhere<TArg>(Func<TKey, TValue, TArg, bool> predicate, TArg predicateArgument)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        using var writing = Core.Write();
        var removed = new List<TKey>();
        try
        {
            foreach (var (key, value) in Master)
            {
                if (predicate(key, value, predicateArgument))
                {
                    removed.Add(key);
                }
            }
        }
        catch (LockRecursionException exception) when (Core.IsUsedAgain(exception))
        {
            throw Core.UsedByDelegate(nameof(RemoveWhere), exception);
        }

        foreach (var key in removed)
        {
            Master.Remove(key, out _);
            MarkChanged();
        }

        return removed.Count;
    }
}

using System.Diagnostics.CodeAnalysis;
using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState;

/// <summary>A map of a holder to maps: besides what every map of collections has, atomic operations on the map of a key.</summary>
/// <remarks>Each is one step for everybody else: nobody needs to get first and change then. What is said of <see cref="NestedMapFacade{TKey, TValue, TShared, TGate}"/> holds here too.</remarks>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values as it is declared, in which they are taken in, by copy.</typeparam>
/// <typeparam name="TInnerKey">The type of the keys of the values.</typeparam>
/// <typeparam name="TInnerValue">The type of the values of the values.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
public abstract class MapOfMapsFacade<TKey, TValue, TInnerKey, TInnerValue, TGate> : NestedMapFacade<TKey, TValue, MapSnapshot<TInnerKey, TInnerValue>, TGate>
    where TKey : notnull
    where TInnerKey : notnull
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a hash map, of which the state begins as a copy.</summary>
    protected MapOfMapsFacade(StateCore<TGate> core, Dictionary<TKey, TValue>? seed, ValueShape<TValue, MapSnapshot<TInnerKey, TInnerValue>> values, string name)
        : base(core, seed, values, name)
    {
    }

    /// <summary>Makes the facade of a sorted map, of which the state begins as a copy.</summary>
    protected MapOfMapsFacade(StateCore<TGate> core, SortedDictionary<TKey, TValue>? seed, ValueShape<TValue, MapSnapshot<TInnerKey, TInnerValue>> values, string name)
        : base(core, seed, values, name)
    {
    }

    /// <summary>Gives <paramref name="innerKey"/> a value in the map of <paramref name="key"/>, which begins as an empty one if the key is not there.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="innerKey"/> is null.</exception>
    public void SetIn(TKey key, TInnerKey innerKey, TInnerValue value)
    {
        ThrowIfNull(key, innerKey);
        using var writing = Core.Write();
        var map = (MapField<TInnerKey, TInnerValue>)Map.FindOrCreate(key);
        map.Master.Set(innerKey, value);
        Map.Keep(key, map);
    }

    /// <summary>Adds <paramref name="innerKey"/> to the map of <paramref name="key"/>, which begins as an empty one if the key is not there, unless the inner key is there.</summary>
    /// <returns>Whether it was added.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="innerKey"/> is null.</exception>
    public bool TryAddTo(TKey key, TInnerKey innerKey, TInnerValue value)
    {
        ThrowIfNull(key, innerKey);
        using var writing = Core.Write();
        var map = (MapField<TInnerKey, TInnerValue>)Map.FindOrCreate(key);
        if (!map.Master.TryAdd(innerKey, value))
        {
            return false;
        }

        Map.Keep(key, map);
        return true;
    }

    /// <summary>The value of <paramref name="innerKey"/> in the map of <paramref name="key"/>; if there is none, <paramref name="value"/> is added and returned.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="innerKey"/> is null.</exception>
    public TInnerValue GetOrAddIn(TKey key, TInnerKey innerKey, TInnerValue value)
    {
        ThrowIfNull(key, innerKey);
        Core.ThrowIfInReadScope();
        if (TryGetValueIn(key, innerKey, out var present))
        {
            return present;
        }

        using var writing = Core.Write();
        var map = (MapField<TInnerKey, TInnerValue>)Map.FindOrCreate(key);
        if (!map.Master.TryAdd(innerKey, value))
        {
            return map.Master.TryGetValue(innerKey, out present) ? present : value;
        }

        Map.Keep(key, map);
        return value;
    }

    /// <summary>Adds <paramref name="addValue"/> for <paramref name="innerKey"/> to the map of <paramref name="key"/>, or replaces the value that is there by what <paramref name="updateValueFactory"/> makes of it.</summary>
    /// <remarks>The delegate runs once, under the write lock: keep it short, and do not use the holder in it (<see cref="LockRecursionException"/>). If it throws, nothing changes.</remarks>
    /// <returns>The value that is there now.</returns>
    /// <exception cref="ArgumentNullException">A key or <paramref name="updateValueFactory"/> is null.</exception>
    public TInnerValue AddOrUpdateIn(TKey key, TInnerKey innerKey, TInnerValue addValue, Func<TInnerValue, TInnerValue> updateValueFactory)
    {
        ThrowIfNull(key, innerKey);
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        using var writing = Core.Write();
        var value = addValue;
        if (Map.Master.TryGetValue(key, out var field) && ((MapField<TInnerKey, TInnerValue>)field).Master.TryGetValue(innerKey, out var present))
        {
            try
            {
                value = updateValueFactory(present);
            }
            catch (LockRecursionException exception) when (Core.IsUsedAgain(exception))
            {
                throw Core.UsedByDelegate(nameof(AddOrUpdateIn), exception);
            }
        }

        var map = (MapField<TInnerKey, TInnerValue>)(field ?? Map.FindOrCreate(key));
        map.Master.Set(innerKey, value);
        Map.Keep(key, map);
        return value;
    }

    /// <summary>Removes <paramref name="innerKey"/> from the map of <paramref name="key"/>, and the key with the last one.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="innerKey"/> is null.</exception>
    public bool RemoveFrom(TKey key, TInnerKey innerKey) => RemoveFrom(key, innerKey, out _);

    /// <summary>Removes <paramref name="innerKey"/> from the map of <paramref name="key"/>, and the key with the last one; hands out the value.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="innerKey"/> is null.</exception>
    public bool RemoveFrom(TKey key, TInnerKey innerKey, [MaybeNullWhen(false)] out TInnerValue value)
    {
        ThrowIfNull(key, innerKey);
        using var writing = Core.Write();
        value = default;
        if (!Map.Master.TryGetValue(key, out var field) || !((MapField<TInnerKey, TInnerValue>)field).Master.Remove(innerKey, out value))
        {
            return false;
        }

        field.MarkChanged();
        Map.RemoveIfEmpty(key, ((MapField<TInnerKey, TInnerValue>)field).Master.Count);
        return true;
    }

    /// <summary>Looks <paramref name="innerKey"/> up in the map of <paramref name="key"/>. Two look-ups under the read lock; allocates nothing.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="innerKey"/> is null.</exception>
    public bool TryGetValueIn(TKey key, TInnerKey innerKey, [MaybeNullWhen(false)] out TInnerValue value)
    {
        ThrowIfNull(key, innerKey);
        value = default;
        if (TryGetLockFree(out var published))
        {
            return published.TryGetValue(key, out var snapshot) && snapshot.TryGetValue(innerKey, out value);
        }

        using var reading = Core.Read();
        return Map.Master.TryGetValue(key, out var field) && ((MapField<TInnerKey, TInnerValue>)field).Master.TryGetValue(innerKey, out value);
    }

    /// <summary>Whether the map of <paramref name="key"/> has <paramref name="innerKey"/> in it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="innerKey"/> is null.</exception>
    public bool ContainsIn(TKey key, TInnerKey innerKey) => TryGetValueIn(key, innerKey, out _);

    private static void ThrowIfNull(TKey key, TInnerKey innerKey)
    {
        ThrowIfNull(key);
        if (innerKey is null)
        {
            throw new ArgumentNullException(nameof(innerKey));
        }
    }
}

using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState;

/// <summary>A map of a holder to sets: besides what every map of collections has, atomic operations on the set of a key.</summary>
/// <remarks>Each is one step for everybody else: nobody needs to get first and change then. What is said of <see cref="NestedMapFacade{TKey, TValue, TShared, TGate}"/> holds here too.</remarks>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values as it is declared, in which they are taken in, by copy.</typeparam>
/// <typeparam name="T">The type of the elements of the values.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
public abstract class MapOfSetsFacade<TKey, TValue, T, TGate> : NestedMapFacade<TKey, TValue, SetSnapshot<T>, TGate>
    where TKey : notnull
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a hash map, of which the state begins as a copy.</summary>
    protected MapOfSetsFacade(StateCore<TGate> core, Dictionary<TKey, TValue>? seed, ValueShape<TValue, SetSnapshot<T>> values, string name)
        : base(core, seed, values, name)
    {
    }

    /// <summary>Makes the facade of a sorted map, of which the state begins as a copy.</summary>
    protected MapOfSetsFacade(StateCore<TGate> core, SortedDictionary<TKey, TValue>? seed, ValueShape<TValue, SetSnapshot<T>> values, string name)
        : base(core, seed, values, name)
    {
    }

    /// <summary>Adds <paramref name="item"/> to the set of <paramref name="key"/>, which begins as an empty one if the key is not there.</summary>
    /// <returns>Whether it was added; it may have been there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool AddTo(TKey key, T item)
    {
        ThrowIfNull(key);
        using var writing = Core.Write();
        var set = (SetField<T>)Map.FindOrCreate(key);
        if (!set.Master.Add(item))
        {
            return false;
        }

        Map.Keep(key, set);
        return true;
    }

    /// <summary>Removes <paramref name="item"/> from the set of <paramref name="key"/>, and the key with the last one.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool RemoveFrom(TKey key, T item)
    {
        ThrowIfNull(key);
        using var writing = Core.Write();
        if (!Map.Master.TryGetValue(key, out var field) || ((SetField<T>)field).Master is not { } set || !set.Remove(item))
        {
            return false;
        }

        field.MarkChanged();
        Map.RemoveIfEmpty(key, set.Count);
        return true;
    }

    /// <summary>Whether the set of <paramref name="key"/> has <paramref name="item"/> in it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool ContainsIn(TKey key, T item)
    {
        ThrowIfNull(key);
        if (TryGetLockFree(out var map))
        {
            return map.TryGetValue(key, out var set) && set.Contains(item);
        }

        using var reading = Core.Read();
        return Map.Master.TryGetValue(key, out var field) && ((SetField<T>)field).Master.Contains(item);
    }
}

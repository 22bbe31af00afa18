using System.Diagnostics.CodeAnalysis;
using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState;

/// <summary>A map of a holder whose values are collections or nodes, seen from outside: every member is one atomic operation, visible to others when it returns.</summary>
/// <remarks>
/// Values are taken in by copy, before the lock is taken, and handed out as immutable snapshots. Writes take the holder's write lock for
/// a moment; under <see cref="Strategy.CopyOnWrite"/> each one copies the table of entries, O(n), and the values that changed, so put
/// several into one scope. Inside a scope of the holder on the same thread they throw <see cref="LockRecursionException"/>, on a frozen
/// holder <see cref="InvalidOperationException"/>. An exception leaves the map as it was, unless a comparer throws in the middle of a change of many.
/// </remarks>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values as it is declared, in which they are taken in, by copy.</typeparam>
/// <typeparam name="TShared">The immutable type in which values are handed out.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
public abstract partial class NestedMapFacade<TKey, TValue, TShared, TGate> : ReadOnlyNestedMapFacade<TKey, TValue, TShared, TGate>
    where TKey : notnull
    where TShared : class
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a hash map, of which the state begins as a copy.</summary>
    protected NestedMapFacade(StateCore<TGate> core, Dictionary<TKey, TValue>? seed, ValueShape<TValue, TShared> values, string name)
        : base(core, seed, values, name)
    {
    }

    /// <summary>Makes the facade of a sorted map, of which the state begins as a copy.</summary>
    protected NestedMapFacade(StateCore<TGate> core, SortedDictionary<TKey, TValue>? seed, ValueShape<TValue, TShared> values, string name)
        : base(core, seed, values, name)
    {
    }

    /// <summary>A snapshot of the value of <paramref name="key"/>. Setting takes a snapshot too, of this holder or another, whether or not the key is there; for a collection of your own there is <see cref="Set"/>; to add to the value there are <c>AddTo</c>, <c>EnqueueTo</c> or <c>SetIn</c>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or the value is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key to get.</exception>
    public new TShared this[TKey key]
    {
        get => base[key];
        set
        {
            ThrowIfNull(key);
            Put(key, Map.Values.Adopt(value));
        }
    }

    /// <summary>Gives <paramref name="key"/> a copy of <paramref name="value"/>, whether or not the key is there.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="value"/> is null.</exception>
    public void Set(TKey key, TValue value)
    {
        ThrowIfNull(key);
        Put(key, Map.Values.Adopt(value));
    }

    /// <summary>Adds a key that must not be there yet, with a copy of <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(TKey key, TValue value)
    {
        if (!TryAdd(key, value))
        {
            throw MapErrors.DuplicateKey(key, Map.Name);
        }
    }

    /// <summary>Adds <paramref name="key"/> with a copy of <paramref name="value"/> unless it is there.</summary>
    /// <returns>Whether it was added.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="value"/> is null.</exception>
    public bool TryAdd(TKey key, TValue value)
    {
        ThrowIfNull(key);
        var adopted = Map.Values.Adopt(value);
        try
        {
            using var writing = Core.Write();
            return Map.TryAddOrDiscard(key, adopted);
        }
        catch
        {
            adopted.Discard();
            throw;
        }
    }

    /// <summary>Replaces the value of <paramref name="key"/> by a copy of <paramref name="newValue"/> if it did not change since <paramref name="comparisonValue"/>, a snapshot of it, was taken.</summary>
    /// <returns>Whether it was replaced.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="newValue"/> is null.</exception>
    public bool TryUpdate(TKey key, TValue newValue, TShared comparisonValue)
    {
        ThrowIfNull(key);
        var adopted = Map.Values.Adopt(newValue);
        try
        {
            using var writing = Core.Write();
            if (!Map.Master.TryGetValue(key, out var present) || present.CachedSnapshot is not { } current || !ReferenceEquals(current, comparisonValue))
            {
                adopted.Discard();
                return false;
            }

            Map.Set(key, adopted);
            return true;
        }
        catch
        {
            adopted.Discard();
            throw;
        }
    }

    /// <summary>Removes <paramref name="key"/>.</summary>
    /// <returns>Whether it was there; of several threads that remove the same key, one is told so.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool Remove(TKey key)
    {
        ThrowIfNull(key);
        using var writing = Core.Write();
        return Map.RemoveOnly(key);
    }

    /// <summary>Removes <paramref name="key"/> and hands out a snapshot of its value.</summary>
    /// <returns>Whether it was there; of several threads that remove the same key, one is told so.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool Remove(TKey key, [MaybeNullWhen(false)] out TShared value)
    {
        ThrowIfNull(key);
        using var writing = Core.Write();
        return Map.Remove(key, out value);
    }

    /// <summary>Removes all entries. O(n).</summary>
    public void Clear()
    {
        using var writing = Core.Write();
        Map.Clear();
    }

    /// <summary>Replaces all entries by copies of <paramref name="pairs"/> at once. The sequence is read, checked and copied before the lock is taken.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/>, or a key or value in it, is null.</exception>
    /// <exception cref="ArgumentException">A key is given twice.</exception>
    public void ReplaceAll(IEnumerable<KeyValuePair<TKey, TValue>> pairs) => ReplaceAll(Collect(pairs, replacesDuplicates: false));

    /// <inheritdoc cref="ReplaceAll(IEnumerable{KeyValuePair{TKey, TValue}})"/>
    public void ReplaceAll(IEnumerable<KeyValuePair<TKey, TShared>> pairs) => ReplaceAll(Collect(pairs, replacesDuplicates: false));

    /// <summary>Adds copies of all of <paramref name="pairs"/>, or none. The sequence is read, checked and copied before the lock is taken.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/>, or a key or value in it, is null.</exception>
    /// <exception cref="ArgumentException">A key is there already or is given twice; nothing was added.</exception>
    public void AddRange(IEnumerable<KeyValuePair<TKey, TValue>> pairs) => AddRange(Collect(pairs, replacesDuplicates: false));

    /// <inheritdoc cref="AddRange(IEnumerable{KeyValuePair{TKey, TValue}})"/>
    public void AddRange(IEnumerable<KeyValuePair<TKey, TShared>> pairs) => AddRange(Collect(pairs, replacesDuplicates: false));

    /// <summary>Gives every key of <paramref name="pairs"/> a copy of its value at once, whether or not it is there. The sequence is read, checked and copied before the lock is taken.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/>, or a key or value in it, is null.</exception>
    public void SetRange(IEnumerable<KeyValuePair<TKey, TValue>> pairs) => SetRange(Collect(pairs, replacesDuplicates: true));

    /// <inheritdoc cref="SetRange(IEnumerable{KeyValuePair{TKey, TValue}})"/>
    public void SetRange(IEnumerable<KeyValuePair<TKey, TShared>> pairs) => SetRange(Collect(pairs, replacesDuplicates: true));

    private MapStorage<TKey, StateField<TShared>> Collect(IEnumerable<KeyValuePair<TKey, TValue>> pairs, bool replacesDuplicates) =>
        Map.Collect(pairs, Map.Values.Adopt, replacesDuplicates);

    private MapStorage<TKey, StateField<TShared>> Collect(IEnumerable<KeyValuePair<TKey, TShared>> pairs, bool replacesDuplicates) =>
        Map.Collect(pairs, Map.Values.Adopt, replacesDuplicates);

    private void Put(TKey key, StateField<TShared> adopted)
    {
        try
        {
            using var writing = Core.Write();
            Map.Set(key, adopted);
        }
        catch
        {
            adopted.Discard();
            throw;
        }
    }

    private void ReplaceAll(MapStorage<TKey, StateField<TShared>> replacement)
    {
        try
        {
            using var writing = Core.Write();
            Map.Replace(replacement);
        }
        catch
        {
            Members.DiscardAll(replacement.Values);
            throw;
        }
    }

    private void AddRange(MapStorage<TKey, StateField<TShared>> added)
    {
        try
        {
            using var writing = Core.Write();
            foreach (var key in added.Keys)
            {
                if (Map.Master.ContainsKey(key))
                {
                    throw MapErrors.DuplicateKey(key, Map.Name);
                }
            }

            Map.SetAll(added);
        }
        catch
        {
            Members.DiscardAll(added.Values);
            throw;
        }
    }

    private void SetRange(MapStorage<TKey, StateField<TShared>> entries)
    {
        try
        {
            using var writing = Core.Write();
            Map.SetAll(entries);
        }
        catch
        {
            Members.DiscardAll(entries.Values);
            throw;
        }
    }
}

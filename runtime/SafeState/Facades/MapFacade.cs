using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState;

/// <summary>A map of a holder, seen from outside: every member is one atomic operation, visible to others when it returns.</summary>
/// <remarks>
/// Writes take the holder's write lock for a moment; under <see cref="Strategy.CopyOnWrite"/> each one copies the map, O(n), so
/// put several into one scope. Inside a scope of the holder on the same thread they throw <see cref="LockRecursionException"/>,
/// on a frozen holder <see cref="InvalidOperationException"/>. An exception leaves the map as it was, unless a comparer throws in the middle of a change of many.
/// </remarks>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
public abstract partial class MapFacade<TKey, TValue, TGate> : ReadOnlyMapFacade<TKey, TValue, TGate>
    where TKey : notnull
    where TGate : struct, IGate<TGate>
{
    private static readonly bool ComparingValuesRunsCode = EqualityCode.RunsCode(EqualityComparer<TValue>.Default);

    /// <summary>Makes the facade of a hash map, which becomes the master copy of the state.</summary>
    protected MapFacade(StateCore<TGate> core, Dictionary<TKey, TValue>? seed, string name)
        : base(core, seed, name)
    {
    }

    /// <summary>Makes the facade of a sorted map, which becomes the master copy of the state.</summary>
    protected MapFacade(StateCore<TGate> core, SortedDictionary<TKey, TValue>? seed, string name)
        : base(core, seed, name)
    {
    }

    /// <summary>The value of <paramref name="key"/>. Setting works whether or not the key is there.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key to get.</exception>
    public new TValue this[TKey key]
    {
        get => base[key];
        set => Set(key, value);
    }

    /// <summary>Gives <paramref name="key"/> a value, whether or not it is there. O(1), for a sorted map O(log n); allocates nothing for a key that is there.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    // What changes a key is not inlined: a call is little beside a lock, and the JIT keeps in memory what is alive around an exception
    // handler. In a caller's loop that would be everything, also on the way of the look-ups beside it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Set(TKey key, TValue value)
    {
        ThrowIfNull(key);
        using var writing = WriteKey(HashCodeOf(key));
        SetMaster(writing, key, NodeOf(writing, key), value);
        writing.MarkChanged(this);
    }

    /// <summary>Adds a key that must not be there yet.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(TKey key, TValue value)
    {
        if (!TryAdd(key, value))
        {
            throw MapErrors.DuplicateKey(key, Name);
        }
    }

    /// <summary>Adds <paramref name="key"/> unless it is there.</summary>
    /// <returns>Whether it was added.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryAdd(TKey key, TValue value)
    {
        ThrowIfNull(key);
        var hashCode = HashCodeOf(key);
        if (IsThere(key, hashCode) is true)
        {
            return false;
        }

        using var writing = WriteKey(hashCode);
        if (!TryAddMaster(writing, key, value))
        {
            return false;
        }

        writing.MarkChanged(this);
        return true;
    }

    /// <summary>Replaces the value of <paramref name="key"/> if it equals <paramref name="comparisonValue"/>; compared under the write lock.</summary>
    /// <returns>Whether it was replaced.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryUpdate(TKey key, TValue newValue, TValue comparisonValue)
    {
        ThrowIfNull(key);
        using var writing = WriteKey(HashCodeOf(key), runsDelegate: ComparingValuesRunsCode);
        if (!TryGetMaster(writing, key, out var node, out var value) || !EqualityComparer<TValue>.Default.Equals(value, comparisonValue))
        {
            return false;
        }

        SetMaster(writing, key, node, newValue);
        writing.MarkChanged(this);
        return true;
    }

    /// <summary>Removes <paramref name="key"/>.</summary>
    /// <returns>Whether it was there; of several threads that remove the same key, one is told so.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool Remove(TKey key) => Remove(key, out _);

    /// <summary>Removes <paramref name="key"/> and hands out its value.</summary>
    /// <returns>Whether it was there; of several threads that remove the same key, one is told so.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Remove(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        ThrowIfNull(key);
        var hashCode = HashCodeOf(key);
        if (IsThere(key, hashCode) is false)
        {
            value = default;
            return false;
        }

        using var writing = WriteKey(hashCode);
        if (!RemoveMaster(writing, key, out value))
        {
            return false;
        }

        writing.MarkChanged(this);
        return true;
    }

    /// <summary>Removes all entries. O(n).</summary>
    public void Clear()
    {
        using var writing = Core.Write();
        if (Master.Count != 0)
        {
            Master.Clear();
            MarkChanged();
        }
    }

    /// <summary>Replaces all entries by <paramref name="pairs"/> at once. The sequence is read and checked before the lock is taken, which is then held for one assignment.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/> or a key in it is null.</exception>
    /// <exception cref="ArgumentException">A key is given twice.</exception>
    public void ReplaceAll(IEnumerable<KeyValuePair<TKey, TValue>> pairs)
    {
        var replacement = Collect(pairs, replacesDuplicates: false);
        using var writing = Core.Write();
        Replace(replacement);
    }

    /// <summary>Adds all of <paramref name="pairs"/>, or none. The sequence is read and checked before the lock is taken.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/> or a key in it is null.</exception>
    /// <exception cref="ArgumentException">A key is there already or is given twice; nothing was added.</exception>
    public void AddRange(IEnumerable<KeyValuePair<TKey, TValue>> pairs)
    {
        var added = Collect(pairs, replacesDuplicates: false);
        using var writing = Core.Write();
        foreach (var key in added.Keys)
        {
            if (Master.ContainsKey(key))
            {
                throw MapErrors.DuplicateKey(key, Name);
            }
        }

        SetAll(added);
    }

    /// <summary>Gives every key of <paramref name="pairs"/> its value at once, whether or not it is there. The sequence is read and checked before the lock is taken.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/> or a key in it is null.</exception>
    public void SetRange(IEnumerable<KeyValuePair<TKey, TValue>> pairs)
    {
        var replaced = Collect(pairs, replacesDuplicates: true);
        using var writing = Core.Write();
        SetAll(replaced);
    }

    private void SetAll(MapStorage<TKey, TValue> entries)
    {
        Master.EnsureRoomFor(entries.Count);
        foreach (var (key, value) in entries)
        {
            Master.Set(key, value);
            MarkChanged();
        }
    }
}

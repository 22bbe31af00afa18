using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>A map of a holder whose values are collections or nodes: the master copy that facade, views and core share.</summary>
/// <remarks>
/// Keeps for each value a field of its own, with a snapshot of its own: a snapshot of the map shares those that did not change.
/// What the author's field began with is copied at every depth, so that nobody who gave a part of it can reach the holder.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NestedMap<TKey, TDeclared, TShared> : StateField<MapSnapshot<TKey, TShared>>
    where TKey : notnull
    where TShared : class
{
    internal NestedMap(StateCore core, MapStorage<TKey, TDeclared> seed, ValueShape<TDeclared, TShared> values, string name)
        : base(core, seed.Collection, name)
    {
        Values = values;
        Master = Adopt(seed, values.Adopt, adoption: null);
        AttachAll(Master);
        CoreCreation.WhenDone(seed.Clear);
        CoreCreation.WhenFailed(Release);
    }

    private NestedMap(MapStorage<TKey, StateField<TShared>> own, ValueShape<TDeclared, TShared> values)
    {
        Values = values;
        Master = own;
        AttachAll(own);
    }

    /// <summary>Read and changed under the lock only, or read when frozen.</summary>
    internal MapStorage<TKey, StateField<TShared>> Master { get; private set; }

    internal ValueShape<TDeclared, TShared> Values { get; }

    internal override bool HasInner => true;

    /// <summary>Copies <paramref name="map"/>, with its kind and comparer, into something that nobody else can reach.</summary>
    internal static NestedMap<TKey, TDeclared, TShared> Adopt<TValue>(
        MapStorage<TKey, TValue> map,
        Func<TValue, NodeAdoption?, StateField<TShared>> adopt,
        ValueShape<TDeclared, TShared> values,
        NodeAdoption? adoption) => new(Adopt(map, adopt, adoption), values);

    internal override void CollectInner(Stack<StateField> inner)
    {
        foreach (var (_, field) in Master)
        {
            inner.Push(field);
        }
    }

    /// <summary>Gives <paramref name="key"/> the value, whether or not it is there. Needs the write lock.</summary>
    internal void Set(TKey key, StateField<TShared> value)
    {
        Master.TryGetValue(key, out var previous);
        Master.Set(key, value);
        value.Attach(this);
        previous?.Release();
        MarkChanged();
    }

    /// <summary>Adds <paramref name="key"/> unless it is there. Needs the write lock.</summary>
    internal bool TryAdd(TKey key, StateField<TShared> value)
    {
        if (!Master.TryAdd(key, value))
        {
            return false;
        }

        value.Attach(this);
        MarkChanged();
        return true;
    }

    /// <summary>Adds <paramref name="key"/> unless it is there; if it is, the value is given up. Needs the write lock.</summary>
    internal bool TryAddOrDiscard(TKey key, StateField<TShared> value)
    {
        if (TryAdd(key, value))
        {
            return true;
        }

        value.Discard();
        return false;
    }

    /// <summary>Removes <paramref name="key"/>; <paramref name="value"/> is what it was. Needs the write lock.</summary>
    internal bool Remove(TKey key, out TShared? value)
    {
        // The snapshot first, which may fail for want of memory.
        value = Master.TryGetValue(key, out var field) ? field.GetSnapshotUnderLock() : null;
        return field is not null && RemoveOnly(key);
    }

    /// <summary>Removes <paramref name="key"/>. Needs the write lock.</summary>
    internal bool RemoveOnly(TKey key)
    {
        if (!Master.Remove(key, out var field))
        {
            return false;
        }

        field.Release();
        MarkChanged();
        return true;
    }

    /// <summary>The value of <paramref name="key"/>; if there is none, an empty one is added. Needs the write lock.</summary>
    internal StateField<TShared> GetOrAddEmpty(TKey key)
    {
        var field = FindOrCreate(key);
        if (field.Home is null)
        {
            TryAdd(key, field);
        }

        return field;
    }

    /// <summary>The value of <paramref name="key"/>; if there is none, a new and empty one, for <see cref="Keep"/> to add when it was filled. Needs the write lock.</summary>
    internal StateField<TShared> FindOrCreate(TKey key) => Master.TryGetValue(key, out var field) ? field : Values.CreateEmpty();

    /// <summary>Says that what <see cref="FindOrCreate"/> found changed, or adds it. Needs the write lock.</summary>
    internal void Keep(TKey key, StateField<TShared> value)
    {
        if (value.Home is null)
        {
            TryAdd(key, value);
        }
        else
        {
            value.MarkChanged();
        }
    }

    /// <summary>Removes <paramref name="key"/> if nothing is left of its value. Needs the write lock.</summary>
    internal void RemoveIfEmpty(TKey key, int left)
    {
        if (left == 0)
        {
            RemoveOnly(key);
        }
    }

    /// <summary>Removes all entries. Needs the write lock.</summary>
    internal void Clear() => Replace(Master.CreateEmpty(0));

    /// <summary>Puts the entries of <paramref name="replacement"/> in the place of all that are there. Needs the write lock.</summary>
    internal void Replace(MapStorage<TKey, StateField<TShared>> replacement)
    {
        var previous = Master;
        if (previous.Count == 0 && replacement.Count == 0)
        {
            return;
        }

        AttachAll(replacement);
        Master = replacement;
        Members.ReleaseAll(previous.Values);
        MarkChanged();
    }

    /// <summary>Gives every key of <paramref name="entries"/> its value, one after the other. Needs the write lock.</summary>
    internal void SetAll(MapStorage<TKey, StateField<TShared>> entries)
    {
        Master.EnsureRoomFor(entries.Count);
        foreach (var (key, value) in entries)
        {
            Set(key, value);
        }
    }

    /// <summary>Copies <paramref name="pairs"/> into a map like the master, before any lock is taken: a sequence that throws changes nothing.</summary>
    internal MapStorage<TKey, StateField<TShared>> Collect<TValue>(
        IEnumerable<KeyValuePair<TKey, TValue>> pairs,
        Func<TValue, NodeAdoption?, StateField<TShared>> adopt,
        bool replacesDuplicates)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var collected = CreateTable<StateField<TShared>>();
        StateField<TShared>? adopted = null;
        try
        {
            foreach (var (key, value) in pairs)
            {
                ThrowIfUnfit(key, value, !replacesDuplicates && key is not null && collected.ContainsKey(key));
                collected.TryGetValue(key!, out var superseded);
                adopted = adopt(value, null);
                collected.Set(key!, adopted);
                superseded?.Discard();
                adopted = null;
            }
        }
        catch
        {
            // The one that the comparer did not let into the table.
            adopted?.Discard();
            Members.DiscardAll(collected.Values);
            throw;
        }

        return collected;
    }

    /// <summary>An empty table with the map's keys and comparer, which never change.</summary>
    internal MapStorage<TKey, TOther> CreateTable<TOther>() => Master.CreateEmptyOf<TOther>();

    private protected override MapSnapshot<TKey, TShared> CopySnapshot()
    {
        var copy = Master.CreateEmptyOf<TShared>(Master.Count);
        foreach (var (key, field) in Master)
        {
            copy.Set(key, field.GetSnapshotUnderLock());
        }

        return new MapSnapshot<TKey, TShared>(copy);
    }

    private static MapStorage<TKey, StateField<TShared>> Adopt<TValue>(MapStorage<TKey, TValue> map, Func<TValue, NodeAdoption?, StateField<TShared>> adopt, NodeAdoption? adoption)
    {
        var adopted = map.CreateEmptyOf<StateField<TShared>>(map.Count);
        StateField<TShared>? last = null;
        try
        {
            foreach (var (key, value) in map)
            {
                last = adopt(value, adoption);
                adopted.Set(key, last);
                last = null;
            }
        }
        catch when (adoption is null)
        {
            // The one that the comparer did not let into the table.
            last?.Discard();
            Members.DiscardAll(adopted.Values);
            throw;
        }

        return adopted;
    }

    private void ThrowIfUnfit<TValue>(TKey? key, TValue value, bool isDuplicate)
    {
        if (key is null)
        {
            throw new ArgumentNullException("pairs", $"A key for '{Name}' was null. Nothing was changed.");
        }

        if (value is null)
        {
            throw new ArgumentNullException("pairs", $"The value of the key '{key}' for '{Name}' was null. Nothing was changed.");
        }

        if (isDuplicate)
        {
            throw new ArgumentException($"The key '{key}' was given more than once for '{Name}'. Nothing was changed.", "pairs");
        }
    }

    private void AttachAll(MapStorage<TKey, StateField<TShared>> entries) => Members.AttachAll(entries.Values, this);
}

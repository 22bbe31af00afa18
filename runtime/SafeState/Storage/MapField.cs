using System.ComponentModel;
using SafeState.Infrastructure;
using SafeState.Storage.Frozen;
using SafeState.Storage.Striped;

namespace SafeState.Storage;

/// <summary>A map of a holder: the master copy that facade, views and core share.</summary>
/// <remarks>
/// The holder adopts the collection of the user's field as its master when it is first used, and nobody else can reach it from
/// then on. That the master can be replaced as a whole is what makes <c>ReplaceAll</c> one assignment under the lock.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MapField<TKey, TValue> : StateField<MapSnapshot<TKey, TValue>>
    where TKey : notnull
{
    private readonly MapStorage<TKey, TValue> _seed;

    // The map of the offered snapshot once more, and its table, without the steps to them: a look-up without a lock is one
    // volatile read away.
    private volatile Dictionary<TKey, TValue>? _offeredMap;
    private volatile FrozenEntry<TKey, TValue>[]? _offeredTable;
    private bool _isOfferedForTable;

    /// <summary>What look-ups use of a master in stripes.</summary>
    internal OpenChains<TKey, TValue> OpenChains;

    private protected MapField(StateCore core, MapStorage<TKey, TValue> seed, string name)
        : base(core, seed.Collection, name)
    {
        _seed = seed;
        Master = seed;
    }

    private protected MapField(MapStorage<TKey, TValue> own)
    {
        _seed = own;
        Master = own;
    }

    /// <summary>Read and changed under the lock only, or read when frozen.</summary>
    internal MapStorage<TKey, TValue> Master { get; private set; }

    /// <summary>What <see cref="StateField{TSnapshot}.Offered"/> offers, if it is a hash map.</summary>
    internal Dictionary<TKey, TValue>? OfferedMap => _offeredMap;

    /// <summary>The table of that map, if it has one: quicker to look up in.</summary>
    internal FrozenEntry<TKey, TValue>[]? OfferedTable => _offeredTable;

    /// <summary>Whether look-ups in the offered map may earn it a table.</summary>
    internal bool IsOfferedForTable => _isOfferedForTable;

    internal sealed override void Offer()
    {
        base.Offer();
        _offeredMap = Offered?.Storage.Hashed;
        _offeredTable = Offered?.Table;
        _isOfferedForTable = _offeredTable is null && _offeredMap is { } map && FrozenTable.IsFor(map);
    }

    internal sealed override void Withdraw()
    {
        base.Withdraw();
        _offeredMap = null;
        _offeredTable = null;
    }

    internal sealed override void Settle() => Offered?.MakeTable();

    /// <summary>Puts <paramref name="replacement"/> in the place of the master. Needs the write lock.</summary>
    internal void Replace(MapStorage<TKey, TValue> replacement)
    {
        var previous = Master;
        if (previous.Count == 0 && replacement.Count == 0)
        {
            return;
        }

        if (!previous.TryTakeOver(replacement))
        {
            Master = replacement;
        }

        MarkChanged();
        if (ReferenceEquals(previous.Collection, _seed.Collection) && !ReferenceEquals(Master.Collection, _seed.Collection))
        {
            // The user's field still refers to the first master; what it held must not live as long as the holder.
            previous.Clear();
        }
    }

    /// <summary>Copies <paramref name="pairs"/> into a map like the master, before any lock is taken: a sequence that throws changes nothing.</summary>
    internal MapStorage<TKey, TValue> Collect(IEnumerable<KeyValuePair<TKey, TValue>> pairs, bool replacesDuplicates)
    {
        ArgumentNullException.ThrowIfNull(pairs);

        // Kind and comparer never change, so the first master, which no lock guards as a reference, can be asked for them.
        var collected = _seed.CreateEmpty(pairs.TryGetNonEnumeratedCount(out var count) ? count : 0);
        foreach (var (key, value) in pairs)
        {
            if (key is null)
            {
                throw new ArgumentNullException(nameof(pairs), $"A key for '{Name}' was null. Nothing was changed.");
            }

            if (replacesDuplicates)
            {
                collected.Set(key, value);
            }
            else if (!collected.TryAdd(key, value))
            {
                throw new ArgumentException($"The key '{key}' was given more than once for '{Name}'. Nothing was changed.", nameof(pairs));
            }
        }

        return collected;
    }

    /// <summary>An empty table with the map's keys and comparer.</summary>
    internal MapStorage<TKey, TOther> CreateTable<TOther>() => _seed.CreateEmptyOf<TOther>();
}

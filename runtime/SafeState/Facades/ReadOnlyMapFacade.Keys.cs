using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage.Frozen;
using SafeState.Storage.Striped;

namespace SafeState;

// What is done with one key.
public abstract partial class ReadOnlyMapFacade<TKey, TValue, TGate>
{
    /// <summary>Looks <paramref name="key"/> up. One look-up under the read lock; allocates nothing.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (HasTable && OfferedTable is { } table)
        {
            // Here, and not in a method of the table: each step that the JIT does not see through is time.
            for (var place = FrozenTable.NumberOf(key, table.Length); place < (uint)table.Length;)
            {
                ref readonly var entry = ref table[place];
                if (EqualityComparer<TKey>.Default.Equals(entry.Key, key))
                {
                    value = entry.Value;
                    return true;
                }

                place = entry.Next;
            }

            value = default;
            return false;
        }

        if ((TGate.PublishesImages || TGate.CanFreeze) && OfferedMap is { } map)
        {
            if (TGate.PublishesImages && HasTable && IsOfferedForTable && LookUpSample.IsNext())
            {
                CountLookUps();
            }

            // By reference: the caller's variable need not live in memory, as it would for an 'out' argument.
            ref readonly var found = ref CollectionsMarshal.GetValueRefOrNullRef(map, key);
            if (Unsafe.IsNullRef(in found))
            {
                value = default;
                return false;
            }

            value = found;
            return true;
        }

        // Spelled out: the JIT leaves the branch away before it looks at it, and so at what the branch does to 'value'.
        if (typeof(TGate) == typeof(StripedGate) && typeof(TKey).IsValueType)
        {
            var beginning = OpenChains.Begin();
            if (OpenChains.TryGetFirst(key, out var hashCode, out var node))
            {
                while (node is not null)
                {
                    if (node.IsOf(key, hashCode))
                    {
                        value = node.Value;
                        if (OpenChains.WasOpenSince(beginning))
                        {
                            return true;
                        }

                        break;
                    }

                    node = node.Next;
                }

                if (node is null && OpenChains.WasOpenSince(beginning))
                {
                    value = default;
                    return false;
                }
            }
        }

        // Not by an 'out' argument: the caller's variable need not live in memory for the sake of this path.
        if (typeof(TGate) == typeof(StripedGate) && !typeof(TKey).IsValueType)
        {
            (var isHere, value) = LookUpOrdinal(key);
            return isHere;
        }

        (var isThere, value) = LookUp(key);
        return isThere;
    }

    /// <summary>The hash code of a key that is to be changed, where there are stripes.</summary>
    private protected int HashCodeOf(TKey key) => IsStriped && _striped is { } striped ? striped.HashCodeOf(key) : 0;

    /// <summary>Whether a key is there, if the strategy can tell without a lock: an operation that then has nothing to do is done, as a look-up is.</summary>
    private protected bool? IsThere(TKey key, int hashCode) =>
        IsStriped && _striped is { } striped && !_runsCodeOfKeys ? striped.IsThere(key, hashCode) : null;

    /// <summary>Enters to change one key.</summary>
    private protected KeySection<TGate> WriteKey(int hashCode, bool runsDelegate = false) => IsStriped && _striped is { } striped
        ? Core.WriteKey(striped, hashCode, runsDelegate || _runsCodeOfKeys)
        : Core.WriteKey(table: null, hashCode: 0, runsDelegate);

    // What is done with the master inside such a section.
    private protected bool TryGetMaster(in KeySection<TGate> section, TKey key, [MaybeNullWhen(false)] out TValue value) =>
        IsStriped && _striped is { } striped ? striped.TryGetValue(key, section.HashCode, out value) : Master.TryGetValue(key, out value);

    private protected bool TryGetMaster(in KeySection<TGate> section, TKey key, out ChainNode<TKey, TValue>? node, [MaybeNullWhen(false)] out TValue value)
    {
        if (!IsStriped || _striped is null)
        {
            node = null;
            return Master.TryGetValue(key, out value);
        }

        node = NodeOf(section, key);
        value = node is null ? default : node.Value;
        return node is not null;
    }

    private protected ChainNode<TKey, TValue>? NodeOf(in KeySection<TGate> section, TKey key) =>
        IsStriped && _striped is { } striped ? striped.Find(key, section.HashCode) : null;

    private protected void SetMaster(in KeySection<TGate> section, TKey key, ChainNode<TKey, TValue>? node, TValue value)
    {
        if (IsStriped && _striped is { } striped)
        {
            striped.Set(section.Stripe, key, section.HashCode, node, value);
        }
        else
        {
            Master.Set(key, value);
        }
    }

    private protected bool TryAddMaster(in KeySection<TGate> section, TKey key, TValue value) =>
        IsStriped && _striped is { } striped ? striped.TryAdd(section.Stripe, key, section.HashCode, value) : Master.TryAdd(key, value);

    private protected bool RemoveMaster(in KeySection<TGate> section, TKey key, [MaybeNullWhen(false)] out TValue value) =>
        IsStriped && _striped is { } striped ? striped.Remove(section.Stripe, key, section.HashCode, out value) : Master.Remove(key, out value);

    // A constant to the JIT, which by itself would inline it only where it takes code for often run.
    private static bool HasTable
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (TGate.PublishesImages || TGate.CanFreeze) && typeof(TKey).IsValueType;
    }

    // An image that is looked up in much oftener than it has entries gets a table, as a frozen map does; not by a reader, who does not wait.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CountLookUps()
    {
        if (Offered is { } image && image.EarnsTable(LookUpSample.Size))
        {
            BackgroundWork.Start(new TableMaking(this, image));
        }
    }

    private (bool IsThere, TValue? Value) LookUpOrdinal(TKey key)
    {
        ThrowIfNull(key);
        var beginning = OpenChains.Begin();
        if (OpenChains.TryFindOrdinal(key, out var node))
        {
            var value = node is null ? default : node.Value;
            if (OpenChains.WasOpenSince(beginning))
            {
                return (node is not null, value);
            }
        }

        return LookUp(key);
    }

    // By itself, so that what needs no lock is inlined without what follows.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private (bool IsThere, TValue? Value) LookUp(TKey key)
    {
        ThrowIfNull(key);
        if (IsStriped && _striped is { } striped)
        {
            return striped.Read(key);
        }

        if (TryGetLockFree(out var map))
        {
            return (map.TryGetValue(key, out var published), published);
        }

        return _lookUpNeverThrows ? LookUpUnguarded(key) : LookUpGuarded(key);
    }

    // Nothing throws here, so there is no handler, which would keep in memory what is alive around it.
    private (bool IsThere, TValue? Value) LookUpUnguarded(TKey key)
    {
        ref var gate = ref Core.Gate;
        var pass = gate.EnterOperation();
        ref readonly var found = ref CollectionsMarshal.GetValueRefOrNullRef(Master.Hashed!, key);
        if (Unsafe.IsNullRef(in found))
        {
            gate.ExitOperation(pass);
            return default;
        }

        var value = found;
        gate.ExitOperation(pass);
        return (true, value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (bool IsThere, TValue? Value) LookUpGuarded(TKey key)
    {
        using var reading = Core.Read();
        return (Master.TryGetValue(key, out var value), value);
    }

    private readonly struct TableMaking(ReadOnlyMapFacade<TKey, TValue, TGate> facade, MapSnapshot<TKey, TValue> image) : IBackgroundWork
    {
        public void Do()
        {
            image.MakeTable();
            facade.Core.TryOfferAgain(facade);
        }
    }
}

using System.Numerics;
using SafeState.Gates.Striped;

namespace SafeState.Storage.Striped;

// How many entries there are, chains for them, and copies.
internal sealed partial class StripedMap<TKey, TValue>
{
    private const int LeastChainsPerStripe = 8;
    private const int UsualChainsPerStripe = 32;
    private const int MostChains = 1 << 30;
    private const int LastEdition = ushort.MaxValue;

    // A stripe that has gained nothing has gained more, so the next operation makes room.
    private const int NoGrowth = -1;

    // Without what the stripes have not told yet.
    private long _count;

    // Nodes of former editions are in copies, too.
    private int _edition;

    private StripedMap(StripedMap<TKey, TValue> source)
        : this(source._comparer, (Chain<TKey, TValue>[])source._chains.Clone())
    {
        _count = source._count;
        _edition = source._edition;
    }

    // All of a chain is in one stripe, so the chains never become fewer than the stripes, of which none goes.
    private int LeastChains => Math.Max(LeastStripes, Stripes.Length) * LeastChainsPerStripe;

    // How many entries the chains are made for: then most have one, and few two.
    private int Room => _chains.Length / 4 * 3;

    /// <summary>The number of entries. Needs all stripes.</summary>
    public int Count => checked((int)_count);

    public void Clear()
    {
        _chains = new Chain<TKey, TValue>[LeastChains];
        _otherChanges++;
        _count = 0;
    }

    /// <summary>Takes the entries of a map that is nobody else's, with the same comparer.</summary>
    public void TakeOver(StripedMap<TKey, TValue> other)
    {
        // What could fail comes first.
        if (other._chains.Length < LeastChains)
        {
            other.Resize(LeastChains);
        }

        _set!.Spread(this, StripesFor(other._chains.Length));
        _chains = other._chains;
        _otherChanges++;
        _count = other._count;
        _edition = other._edition;
    }

    public void EnsureCapacity(long capacity)
    {
        if (capacity > Room && _chains.Length < MostChains)
        {
            // At least four chains for three entries, which is Room.
            Resize((int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(capacity * 4 / 3, MostChains)));
        }
    }

    /// <summary>An independent copy: one of the chains' beginnings. The nodes belong to both from now on, and change in neither.</summary>
    public StripedMap<TKey, TValue> Copy()
    {
        var copy = new StripedMap<TKey, TValue>(this);
        if (_edition >= LastEdition)
        {
            ReplaceAllNodes();
        }

        copy._edition++;
        _edition++;
        return copy;
    }

    public override void MakeRoom()
    {
        if (!Array.Exists(Stripes, IsCrowded))
        {
            // Somebody else has made room meanwhile.
            return;
        }

        GatherGrowth();

        // In case there is no memory: not each operation is to try again.
        GrowthPerStripe = LeastChainsPerStripe;
        if (_count > Room / 4 * 3)
        {
            EnsureCapacity(Math.Max(Room * 2L, _count));
        }

        AllowGrowth();
    }

    private static int StripesFor(int chains) => Math.Clamp(chains / UsualChainsPerStripe, LeastStripes, MostStripes);

    private void CountEntry(Stripe? stripe, int difference)
    {
        if (stripe is null)
        {
            _count += difference;
        }
        else
        {
            stripe.Growth += difference;
        }
    }

    private void GatherGrowth()
    {
        foreach (var stripe in Stripes)
        {
            if (stripe.Growth != 0)
            {
                // Not stored without need: scopes come by here, and the stripes are near the processors that change them.
                _count += stripe.Growth;
                stripe.Growth = 0;
            }
        }
    }

    // After the stripes have told what they gained. Where chance gives keys to stripes and all together have gained their share, even the one
    // that has gained most is seldom more than four standard deviations ahead, and one of them is the root of the share. Where they all
    // gain as much, there are no more entries in the end than chains, or few.
    private void AllowGrowth()
    {
        var share = (int)Math.Max(0, Room - _count) / Stripes.Length;
        var most = (int)Math.Max(0, _chains.Length - _count) / Stripes.Length;
        var growth = _count > Room && _chains.Length < MostChains
            ? NoGrowth
            : Math.Max(LeastChainsPerStripe, Math.Min(share + (int)(4 * Math.Sqrt(share)), most));
        if (growth != GrowthPerStripe)
        {
            // Not stored without need: every operation of every thread loads this.
            GrowthPerStripe = growth;
        }
    }

    // Look-ups may go on in the old chains: nothing changes in a node but what changes for them, too.
    private void Resize(int length)
    {
        var chains = new Chain<TKey, TValue>[length];
        foreach (var chain in _chains)
        {
            Distribute(chain.First, chains);
        }

        _set?.Spread(this, StripesFor(length));
        _additions++;
        ReplaceChains(chains);
    }

    // The end of a chain that stays together is used as it is; that is nearly always all of it.
    private void Distribute(ChainNode<TKey, TValue>? first, Chain<TKey, TValue>[] chains)
    {
        if (first is null)
        {
            return;
        }

        var end = first;
        for (var node = first.Next; node is not null; node = node.Next)
        {
            if (HashSpread.Chain(node.HashCode, chains.Length - 1) != HashSpread.Chain(end.HashCode, chains.Length - 1))
            {
                end = node;
            }
        }

        chains[HashSpread.Chain(end.HashCode, chains.Length - 1)].First = end;
        for (var node = first; !ReferenceEquals(node, end); node = node.Next!)
        {
            ref var chain = ref chains[HashSpread.Chain(node.HashCode, chains.Length - 1)];
            var copy = Copy(node);
            copy.Next = chain.First;
            chain.First = copy;
        }
    }

    // The numbers of editions begin again: no node that is in a copy may have one of them, also when there is no memory for others.
    private void ReplaceAllNodes()
    {
        var edition = _edition;
        _edition = 0;
        try
        {
            var chains = new Chain<TKey, TValue>[_chains.Length];
            for (var index = 0; index < chains.Length; index++)
            {
                if (_chains[index].First is { } first)
                {
                    chains[index].First = CopyUpTo(first, end: null, next: null);
                }
            }

            ReplaceChains(chains);
        }
        catch
        {
            _edition = edition;
            throw;
        }
    }

    private void ReplaceChains(Chain<TKey, TValue>[] chains)
    {
        _chains = chains;
        if (_field is not null && _field.OpenChains.IsOpen)
        {
            _field.OpenChains.Close();
            _field.OpenChains.Open(chains);
        }
    }
}

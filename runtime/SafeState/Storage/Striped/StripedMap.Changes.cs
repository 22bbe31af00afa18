using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SafeState.Gates.Striped;

namespace SafeState.Storage.Striped;

// Changes. Those of one key by whoever has its stripe are seen by look-ups at once: each is one store.
internal sealed partial class StripedMap<TKey, TValue>
{
    public void Set(TKey key, TValue value)
    {
        var hashCode = HashCodeOf(key);
        Set(stripe: null, key, hashCode, Find(key, hashCode), value);
    }

    public bool TryAdd(TKey key, TValue value) => TryAdd(stripe: null, key, HashCodeOf(key), value);

    public bool Remove(TKey key, [MaybeNullWhen(false)] out TValue value) => Remove(stripe: null, key, HashCodeOf(key), out value);

    /// <summary>Gives a key a value.</summary>
    /// <param name="stripe">The key's stripe, if the caller has no more than that.</param>
    /// <param name="key">The key.</param>
    /// <param name="hashCode">Its hash code.</param>
    /// <param name="node">What <see cref="Find"/> has found since the stripe was taken.</param>
    /// <param name="value">The value.</param>
    public void Set(Stripe? stripe, TKey key, int hashCode, ChainNode<TKey, TValue>? node, TValue value)
    {
        if (node is null)
        {
            Add(stripe, key, hashCode, value);
        }
        else if (IsStoredInOnePiece && node.Edition == _edition)
        {
            BeginChange(stripe);
            node.Value = value;
            EndChange(stripe);
        }
        else
        {
            Relink(stripe, node, new ChainNode<TKey, TValue>(node.Key, hashCode, value, node.Next, _edition));
        }
    }

    /// <inheritdoc cref="Set(Stripe?, TKey, int, ChainNode{TKey, TValue}?, TValue)"/>
    public bool TryAdd(Stripe? stripe, TKey key, int hashCode, TValue value)
    {
        if (Find(key, hashCode) is not null)
        {
            return false;
        }

        Add(stripe, key, hashCode, value);
        return true;
    }

    /// <inheritdoc cref="Set(Stripe?, TKey, int, ChainNode{TKey, TValue}?, TValue)"/>
    public bool Remove(Stripe? stripe, TKey key, int hashCode, [MaybeNullWhen(false)] out TValue value)
    {
        if (Find(key, hashCode) is not { } node)
        {
            value = default;
            return false;
        }

        value = node.Value;
        Relink(stripe, node, node.Next);
        CountEntry(stripe, -1);
        return true;
    }

    // References, and what a processor stores as one word.
    private static bool IsStoredInOnePiece =>
        !typeof(TValue).IsValueType || (Unsafe.SizeOf<TValue>() <= nint.Size && (typeof(TValue).IsPrimitive || typeof(TValue).IsEnum));

    private void Add(Stripe? stripe, TKey key, int hashCode, TValue value)
    {
        if (stripe is null && _count >= Room)
        {
            // Before the change, which could not be undone: there may be no memory.
            EnsureCapacity(_count + 1);
        }

        ref var chain = ref _chains[HashSpread.Chain(hashCode, _chains.Length - 1)];
        var node = new ChainNode<TKey, TValue>(key, hashCode, value, chain.First, _edition);
        BeginChange(stripe);
        chain.First = node;
        CountForLoops(stripe, ref _additions);
        EndChange(stripe);
        CountEntry(stripe, 1);
    }

    // Puts another node, or none, in the place of one. What leads there is replaced, too, as far as a copy has it.
    private void Relink(Stripe? stripe, ChainNode<TKey, TValue> node, ChainNode<TKey, TValue>? substitute)
    {
        ref var chain = ref _chains[HashSpread.Chain(node.HashCode, _chains.Length - 1)];
        if (ReferenceEquals(chain.First, node))
        {
            BeginChange(stripe);
            chain.First = substitute;
        }
        else if (PreviousOf(chain.First!, node) is var previous && previous.Edition == _edition)
        {
            BeginChange(stripe);
            previous.Next = substitute;
        }
        else
        {
            var first = CopyUpTo(chain.First!, node, substitute);
            BeginChange(stripe);
            chain.First = first;
        }

        CountForLoops(stripe, ref _otherChanges);
        EndChange(stripe);
    }

    private static ChainNode<TKey, TValue> PreviousOf(ChainNode<TKey, TValue> first, ChainNode<TKey, TValue> node)
    {
        while (!ReferenceEquals(first.Next, node))
        {
            first = first.Next!;
        }

        return first;
    }

    private ChainNode<TKey, TValue> CopyUpTo(ChainNode<TKey, TValue> first, ChainNode<TKey, TValue>? end, ChainNode<TKey, TValue>? next)
    {
        var copy = Copy(first);
        var last = copy;
        for (var node = first.Next; !ReferenceEquals(node, end); node = node!.Next)
        {
            last = last.Next = Copy(node!);
        }

        last.Next = next;
        return copy;
    }

    private ChainNode<TKey, TValue> Copy(ChainNode<TKey, TValue> node) => new(node.Key, node.HashCode, node.Value, next: null, _edition);

    // What could not be undone comes after this, what could fail before. Snapshots are dropped before anybody can see the change:
    // who has seen it does not find the old ones any more.
    private void BeginChange(Stripe? stripe)
    {
        if (stripe is not null)
        {
            if (_field!.HasSnapshot)
            {
                _field.DropSnapshot();
            }

            _field.Home!.DropImage();
            stripe.BeginChange();
        }

        // Whoever sees the change sees the new node whole, the odd number, no snapshot, and that the map was closed if it was.
        Fences.KeepStoresInOrder();
    }

    private static void EndChange(Stripe? stripe) => stripe?.EndChange();

    // There are no loops while single stripes change. Then nothing is stored here, not even what is there: every operation of every
    // thread loads this cache line, and it would go to and fro between the processors.
    private static void CountForLoops(Stripe? stripe, ref int count)
    {
        if (stripe is null)
        {
            count++;
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SafeState.Gates.Striped;

namespace SafeState.Storage.Striped;

/// <summary>The chains of a striped map, as long as look-ups may use them without asking anything. In the field itself: each step to them is time.</summary>
/// <remarks>
/// A look-up calls <see cref="Begin"/>, looks for its key, reads the value, and believes all that if <see cref="WasOpenSince"/> says
/// so. Closing takes the chains away first and then changes the number; opening does the rest. So whoever began before a closing
/// sees another number at its end if it can have seen anything that was done since; and whoever begins after it finds no chains,
/// or those that are whole again.
/// </remarks>
internal struct OpenChains<TKey, TValue>
    where TKey : notnull
{
    private Chain<TKey, TValue>[]? _chains;
    private int _closings;

    /// <summary>Whether look-ups may come in.</summary>
    public readonly bool IsOpen => _chains is not null;

    // Acquire: what is loaded next is not older than the chains.
    private Chain<TKey, TValue>[]? OpenForLookUps
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(ref _chains);
    }

    /// <summary>Begins a look-up. Acquire: what is loaded next is not older than the number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Begin() => Volatile.Read(ref _closings);

    /// <summary>Whether everything that was loaded since <see cref="Begin"/> belongs together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool WasOpenSince(int beginning)
    {
        Fences.KeepLoadsInOrder();
        return Volatile.Read(ref _closings) == beginning;
    }

    /// <summary>Begins to look for a key that is a struct without a comparer.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hashCode">Its hash code.</param>
    /// <param name="first">The first node of its chain.</param>
    /// <returns>Whether look-ups may come in.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetFirst(TKey key, out int hashCode, out ChainNode<TKey, TValue>? first)
    {
        // The key is asked where chains are open only: with a comparer, or in a sorted map, it need not have a hash code.
        // Null, which a nullable struct can be, is left to whoever refuses it; of other structs that is not asked.
        if (OpenForLookUps is not { } chains || key is null)
        {
            hashCode = 0;
            first = null;
            return false;
        }

        hashCode = EqualityComparer<TKey>.Default.GetHashCode(key);
        first = FirstOf(chains, hashCode);
        return true;
    }

    /// <summary>Looks for a string; or for something else by reference, but then chains are never open.</summary>
    /// <param name="key">The key.</param>
    /// <param name="node">Its node, if it is there.</param>
    /// <returns>Whether look-ups may come in.</returns>
    public bool TryFindOrdinal(TKey key, out ChainNode<TKey, TValue>? node)
    {
        if (OpenForLookUps is not { } chains)
        {
            node = null;
            return false;
        }

        var hashCode = OrdinalHash.Of(Unsafe.As<string>(key));
        node = FirstOf(chains, hashCode);
        while (node is not null && !(node.HashCode == hashCode && string.Equals(Unsafe.As<string>(node.Key), Unsafe.As<string>(key))))
        {
            node = node.Next;
        }

        return true;
    }

    /// <summary>Lets look-ups in. By whoever has all stripes.</summary>
    // Release: whoever loads the chains finds them filled.
    public void Open(Chain<TKey, TValue>[] chains) => Volatile.Write(ref _chains, chains);

    /// <summary>Turns look-ups away, those under way too. By whoever has all stripes, or one of them if the chains are not opened again.</summary>
    public void Close()
    {
        _chains = null;
        Volatile.Write(ref _closings, _closings + 1);

        // Whoever sees what is stored from here on sees the number.
        Fences.KeepStoresInOrder();
    }

    // There are as many chains as a power of two, and not none: the number is always one of theirs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ChainNode<TKey, TValue>? FirstOf(Chain<TKey, TValue>[] chains, int hashCode) =>
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(chains), HashSpread.Chain(hashCode, chains.Length - 1)).First;
}

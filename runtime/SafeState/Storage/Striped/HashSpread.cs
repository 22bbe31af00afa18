using System.Numerics;
using SafeState.Gates.Striped;

namespace SafeState.Storage.Striped;

/// <summary>How hash codes choose a stripe and a chain in it.</summary>
/// <remarks>
/// Hash codes are folded, so that all their bits count: keys are often multiples of a power of two. Folding loses nothing, and
/// numbers in a row stay apart: of as many as there are chains, no two meet in one. A guess of the processor where a chain ends
/// then comes true, and that is most of a look-up's time.
/// </remarks>
internal static class HashSpread
{
    /// <summary>How many bits choose the stripe.</summary>
    public static int StripeBits { get; } = BitOperations.Log2((uint)StripeSet.CountPerMap);

    public static uint Of(int hashCode)
    {
        var folded = (uint)hashCode;
        folded ^= folded >> 16;
        folded ^= folded >> 8;
        return folded ^ (folded >> 4);
    }

    /// <summary>The number of the stripe.</summary>
    public static int Stripe(uint spread) => (int)(spread & ((1u << StripeBits) - 1));

    /// <summary>The number of the chain, of as many as a power of two.</summary>
    public static int Chain(uint spread, int count) => (int)((spread >> StripeBits) & (uint)(count - 1));
}

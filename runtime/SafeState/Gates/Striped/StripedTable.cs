using System.Numerics;
using System.Runtime.CompilerServices;
using SafeState.Storage.Striped;

namespace SafeState.Gates.Striped;

/// <summary>A map in stripes, as the lock of the whole knows it.</summary>
internal abstract class StripedTable
{
    private Stripe[] _stripes = [];

    /// <summary>How many stripes a map has at least: a power of two, several for each processor.</summary>
    public static int LeastStripes { get; } = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(Environment.ProcessorCount * 16, 16, 128));

    /// <summary>How many it has at most. More would make little difference to those who meet in one, and all of them are looked at by whoever wants the whole.</summary>
    public static int MostStripes { get; } = LeastStripes * 8;

    /// <summary>The locks of its parts: a power of two of them. There come more as the table grows, each time before the first operation on them.</summary>
    /// <remarks>Acquire: the stripes are whole. Changed by whoever has all stripes.</remarks>
    public Stripe[] Stripes
    {
        get => Volatile.Read(ref _stripes);
        set => Volatile.Write(ref _stripes, value);
    }

    /// <summary>The stripe of the keys with a hash code. Another one when the table has grown: whoever has entered asks again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Stripe StripeOf(int hashCode)
    {
        var stripes = Stripes;
        return stripes[HashSpread.Chain(hashCode, stripes.Length - 1)];
    }

    /// <summary>How many entries a stripe may gain until the table looks whether it must grow. Changed by whoever has all stripes.</summary>
    protected int GrowthPerStripe { get; set; }

    /// <summary>Whether so many entries have come to a stripe that the table should look whether it must grow. Needs the stripe.</summary>
    public bool IsCrowded(Stripe stripe) => stripe.Growth > GrowthPerStripe;

    /// <summary>Turns look-ups away, those under way too, until <see cref="Open"/>: somebody begins to read or to change several things as one. Needs all stripes.</summary>
    public abstract void Close();

    /// <summary>Lets look-ups in again, which find everything that was done meanwhile. Needs all stripes.</summary>
    public abstract void Open();

    /// <summary>Has every look-up from here on ask whether its thread is running a delegate, in which the holder must not be used. Perhaps called more than once. Needs a stripe.</summary>
    public abstract void ExpectDelegates();

    /// <summary>Grows, if a stripe is crowded because the table is. Look-ups go on meanwhile. Needs all stripes.</summary>
    public abstract void MakeRoom();
}

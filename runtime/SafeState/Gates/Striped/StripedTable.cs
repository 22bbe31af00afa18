namespace SafeState.Gates.Striped;

/// <summary>A map in stripes, as the lock of the whole knows it.</summary>
internal abstract class StripedTable
{
    /// <summary>The locks of its parts.</summary>
    public abstract Stripe[] Stripes { get; }

    /// <summary>Turns look-ups away, those under way too, until <see cref="Open"/>: somebody begins to read or to change several things as one. Needs all stripes.</summary>
    public abstract void Close();

    /// <summary>Lets look-ups in again, which find everything that was done meanwhile. Needs all stripes.</summary>
    public abstract void Open();

    /// <summary>Has every look-up from here on ask whether its thread is running a delegate, in which the holder must not be used. Perhaps called more than once. Needs a stripe.</summary>
    public abstract void ExpectDelegates();

    /// <summary>Grows, if a stripe is crowded because the table is. Look-ups go on meanwhile. Needs all stripes.</summary>
    public abstract void MakeRoom();
}

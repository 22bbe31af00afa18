using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SafeState.Infrastructure;

namespace SafeState.Gates.Striped;

/// <summary>The lock of one part of a striped map, for those who change it, and what that part counts.</summary>
internal sealed class Stripe(StripedTable table)
{
    // Odd between the beginning of a change and its end.
    private long _changes;

    // Beside the number, so that entering brings the cache line of both.
    private int _isTaken;

#pragma warning disable CS0169, IDE0044, IDE0051 // Room, not data: two stripes never share a cache line.
    private Padding _padding;
#pragma warning restore CS0169, IDE0044, IDE0051

    /// <summary>The map it is a part of.</summary>
    public StripedTable Table { get; } = table;

    /// <summary>How many entries have come, less those that have gone, since the map added them to its count. Needs the stripe.</summary>
    public int Growth { get; set; }

    /// <summary>How many operations have changed the stripe. May be asked by any thread: it is the number before or after a change, whichever the thread can see.</summary>
    public long Changes
    {
        get
        {
            var changes = Volatile.Read(ref _changes);
            if ((changes & 1) == 0)
            {
                return changes >> 1;
            }

            // Between beginning and end nobody's code runs; a thread that was preempted there keeps others waiting. An interrupt
            // is for those who wait for a lock. Once this change has ended its number will do, however many follow.
            Uninterrupted.Run((Stripe: this, Changes: changes), static begun => begun.Stripe.AwaitEndOf(begun.Changes));
            return (changes + 1) >> 1;
        }
    }

    /// <summary>Whether somebody is inside. Acquire: if nobody is, all that was done inside is seen.</summary>
    public bool IsTaken => Volatile.Read(ref _isTaken) != 0;

    /// <summary>Enters, if nobody is inside; a full fence.</summary>
    // Without a look before: that would bring the cache line here to be read, and then once more to be written.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEnter() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    /// <summary>Leaves; what was done inside is visible to whoever enters. A full fence.</summary>
    // A change is seen by others before its thread looks for anything else. Of two threads that each change a key
    // and then look for the other's, one would else not be sure to find it: both changes could still be on their way.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit() => Interlocked.Exchange(ref _isTaken, 0);

    /// <summary>Says that what is stored from here on, behind a barrier for stores, changes the stripe. Needs the stripe.</summary>
    public void BeginChange() => Volatile.Write(ref _changes, _changes + 1);

    /// <summary>Says that the change is made: whoever sees the new number sees the change. Needs the stripe.</summary>
    public void EndChange() => Volatile.Write(ref _changes, _changes + 1);

    private void AwaitEndOf(long change)
    {
        var spinner = default(SpinWait);
        while (Volatile.Read(ref _changes) == change)
        {
            spinner.SpinOnce();
        }
    }

    [StructLayout(LayoutKind.Sequential, Size = 96)]
    private struct Padding;
}

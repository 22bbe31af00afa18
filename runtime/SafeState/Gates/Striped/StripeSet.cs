using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SafeState.Gates.ReaderWriter;

namespace SafeState.Gates.Striped;

/// <summary>All stripes of a holder and the lock of those who need them all.</summary>
/// <remarks>
/// An operation on one key takes one stripe, and then looks whether somebody wants the whole. Everything else takes the lock of the
/// whole, says that it wants it, and waits until no stripe is taken; whoever takes one later leaves it again. It has "all stripes" then,
/// those too that come while the maps grow.
/// </remarks>
internal sealed partial class StripeSet(string holder)
{
    // How many delegates the thread is running under stripes of any holder, one in the other. Nearly always none, or one: then its
    // holder stands here. Only those further in are noted in the thread's record, which takes longer.
    [ThreadStatic]
    private static int _delegates;

    [ThreadStatic]
    private static long _outermost;

    private readonly AdaptiveReaderWriterLock _whole = new(holder, isForReaders: false);
    private StripedTable[] _tables = [];
    private Stripe[] _stripes = [];

    // Once a delegate has run under a stripe, every thread asks before each operation whether it is inside one: holders that
    // never run any do without. Set by a thread before its own delegate runs, and of interest to that thread only.
    private bool _runsDelegates;

    // Set and cleared by whoever has the lock of the whole. Cleared with release and read with acquire: who finds it clear finds
    // all that was done under it.
    private volatile bool _isWholeTaken;

    /// <summary>Whether the current thread has all stripes.</summary>
    public bool IsWholeHeldByCurrentThread => _whole.IsWriteHeldByCurrentThread;

    /// <summary>Whether the current thread has all stripes, or runs somebody's delegate under one.</summary>
    public bool IsHeldByCurrentThread => IsWholeHeldByCurrentThread || (_delegates != 0 && IsInDelegate());

    /// <summary>Whether somebody has all stripes, or is about to.</summary>
    public bool IsWholeTaken => _isWholeTaken;

    /// <summary>The number of changes of single stripes. Each caller sees it grow only.</summary>
    public long Changes
    {
        get
        {
            var changes = 0L;

            // Acquire: whoever has seen a change in a new stripe finds the stripe here. Those that were there stay, and count on.
            foreach (var stripe in Volatile.Read(ref _stripes))
            {
                changes += stripe.Changes;
            }

            return changes;
        }
    }

    /// <summary>Adds a map, while the holder is being made.</summary>
    public void Add(StripedTable table) => _tables = [.. _tables, table];

    /// <summary>Gives a map more stripes, unless it has as many. Needs all stripes, or that nobody else knows the map. Without memory, nothing changes.</summary>
    public void Spread(StripedTable table, int count)
    {
        var present = table.Stripes;
        if (count <= present.Length)
        {
            return;
        }

        var stripes = new Stripe[count];
        present.CopyTo(stripes, 0);
        foreach (ref var stripe in stripes.AsSpan(present.Length))
        {
            stripe = new Stripe(table);
        }

        Stripe[] all = [.. _stripes, .. stripes.AsSpan(present.Length)];

        // Nothing fails from here on. Whoever takes a new stripe before the caller is done with the whole finds it wanted, and leaves.
        Volatile.Write(ref _stripes, all);
        table.Stripes = stripes;
    }

    /// <summary>Enters the stripe of the keys with a hash code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Stripe Enter(StripedTable table, int hashCode)
    {
        ThrowIfInDelegate();
        return TryEnter(table, hashCode) ?? WaitFor(table, hashCode);
    }

    public void Exit(Stripe stripe)
    {
        var isCrowded = stripe.Table.IsCrowded(stripe);
        stripe.Exit();
        if (isCrowded)
        {
            MakeRoom(stripe.Table);
        }
    }

    /// <summary>Enters to run somebody's delegate, which must not use the holder.</summary>
    public Stripe EnterForDelegate(StripedTable table, int hashCode)
    {
        var stripe = Enter(table, hashCode);
        try
        {
            BeginDelegate();
            return stripe;
        }
        catch
        {
            // There was no memory for the note, or the thread was interrupted.
            stripe.Exit();
            throw;
        }
    }

    /// <summary>Leaves after <see cref="EnterForDelegate"/>.</summary>
    public void ExitAfterDelegate(Stripe stripe)
    {
        if (_delegates > 1)
        {
            ReaderRecord.Current.Remove(_whole.Id);
        }

        _delegates--;
        Exit(stripe);
    }

    /// <summary>Refuses to be used by a delegate that runs under a stripe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ThrowIfInDelegate()
    {
        if (_runsDelegates && _delegates != 0 && IsInDelegate())
        {
            ThrowRecursion();
        }
    }

    // If the thread runs delegates at all.
    private bool IsInDelegate() => _outermost == _whole.Id || (_delegates > 1 && ReaderRecord.Current.Holds(_whole.Id));

    private void BeginDelegate()
    {
        // Acquire and release: a thread that finds this done finds no look-up that does not ask.
        if (!Volatile.Read(ref _runsDelegates))
        {
            foreach (var table in _tables)
            {
                table.ExpectDelegates();
            }

            Volatile.Write(ref _runsDelegates, true);
        }

        if (_delegates == 0)
        {
            _outermost = _whole.Id;
        }
        else
        {
            ReaderRecord.Current.Add(_whole.Id);
        }

        _delegates++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Stripe? TryEnter(StripedTable table, int hashCode)
    {
        var stripe = table.StripeOf(hashCode);
        if (!stripe.TryEnter())
        {
            return null;
        }

        // Taking the stripe was a full fence, as there is one in TryTakeStripes: either whoever wants the whole sees the stripe
        // taken, and waits, or it is seen here that the whole is wanted. If not, all that was done under the whole before is seen,
        // more stripes for one: the key may belong to another by now.
        if (!_isWholeTaken && table.StripeOf(hashCode) == stripe)
        {
            return stripe;
        }

        stripe.Exit();
        return null;
    }

    private Stripe WaitFor(StripedTable table, int hashCode)
    {
        // Whoever has a stripe alone runs nobody's code, or has made a note of it.
        if (IsHeldByCurrentThread)
        {
            ThrowRecursion();
        }

        var spinner = default(SpinWait);
        while (true)
        {
            // Who wants the whole goes first: it would wait for ever for stripes that others leave for a moment only.
            var isLong = _isWholeTaken && spinner.NextSpinWillYield;
            if ((isLong ? TryEnterAfterWhole(table, hashCode) : IsOccupied(table, hashCode) ? null : TryEnter(table, hashCode)) is { } stripe)
            {
                return stripe;
            }

            if (!isLong)
            {
                spinner.SpinOnce();
            }
        }
    }

    // Who waits looks first: that leaves the stripe's cache line with whoever is inside.
    private bool IsOccupied(StripedTable table, int hashCode) => _isWholeTaken || table.StripeOf(hashCode).IsTaken;

    // A scope may last: wait for its end as those do who want the whole, and be quicker than the next of them.
    private Stripe? TryEnterAfterWhole(StripedTable table, int hashCode)
    {
        _whole.EnterAmongWriters();
        var stripe = TryEnter(table, hashCode);
        _whole.ExitAmongWriters();
        return stripe;
    }

    [DoesNotReturn]
    private void ThrowRecursion() => throw GateErrors.Recursion(holder);
}

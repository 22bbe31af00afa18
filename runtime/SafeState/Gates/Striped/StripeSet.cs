using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using SafeState.Gates.ReaderWriter;

namespace SafeState.Gates.Striped;

/// <summary>All stripes of a holder and the lock of those who need them all.</summary>
/// <remarks>
/// An operation on one key takes one stripe. Everything else takes the lock of the whole, then every stripe in order; so at most
/// one thread ever waits for a stripe while it has another, and nobody waits in a circle.
/// </remarks>
internal sealed class StripeSet(string holder)
{
    // How many delegates the thread is running under stripes of any holder. Nearly always none, which is told sooner than what its
    // record says.
    [ThreadStatic]
    private static int _delegates;

    private readonly AdaptiveReaderWriterLock _whole = new(holder, isForReaders: false);
    private StripedTable[] _tables = [];
    private Stripe[] _stripes = [];

    // Once a delegate has run under a stripe, every thread asks before each operation whether it is inside one: holders that
    // never run any do without. Set by a thread before its own delegate runs, and of interest to that thread only.
    private bool _runsDelegates;

    // Whoever finds a stripe taken learns here whether it is worth while to wait for the lock of the whole.
    private volatile bool _isWholeTaken;

    /// <summary>Into how many stripes a map is spread: a power of two, several for each processor.</summary>
    public static int CountPerMap { get; } = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(Environment.ProcessorCount * 16, 16, 128));

    /// <summary>Whether the current thread has all stripes.</summary>
    public bool IsWholeHeldByCurrentThread => _whole.IsWriteHeldByCurrentThread;

    /// <summary>Whether the current thread has all stripes, or runs somebody's delegate under one.</summary>
    public bool IsHeldByCurrentThread => IsWholeHeldByCurrentThread || ReaderRecord.Current.Holds(_whole.Id);

    /// <summary>Whether somebody has all stripes, or is about to.</summary>
    public bool IsWholeTaken => _isWholeTaken;

    /// <summary>The number of changes of single stripes. Each caller sees it grow only.</summary>
    public long Changes
    {
        get
        {
            var changes = 0L;
            foreach (var stripe in _stripes)
            {
                changes += stripe.Changes;
            }

            return changes;
        }
    }

    /// <summary>Adds a map and its stripes, while the holder is being made.</summary>
    public void Add(StripedTable table)
    {
        _tables = [.. _tables, table];
        _stripes = [.. _stripes, .. table.Stripes];
    }

    public void EnterWhole()
    {
        ThrowIfInDelegate();
        _whole.EnterAmongWriters();
        TryTakeStripes(Deadline.Never);
        Close();
    }

    public bool TryEnterWhole(TimeSpan timeout)
    {
        ThrowIfInDelegate();
        var deadline = Deadline.After(timeout);
        if (!_whole.TryEnterWrite(timeout) || !TryTakeStripes(deadline))
        {
            return false;
        }

        Close();
        return true;
    }

    public void ExitWhole()
    {
        foreach (var table in _tables)
        {
            table.Open();
        }

        GiveBack(_stripes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter(Stripe stripe)
    {
        ThrowIfInDelegate();

        // Who wants the whole goes first: it would wait for ever for a stripe that others leave for a moment only.
        if (_isWholeTaken || !stripe.TryEnter())
        {
            WaitFor(stripe);
        }
    }

    public void Exit(Stripe stripe)
    {
        var isCrowded = stripe.IsCrowded;
        stripe.Exit();
        if (isCrowded)
        {
            MakeRoom(stripe.Table);
        }
    }

    /// <summary>Enters to run somebody's delegate, which must not use the holder.</summary>
    public void EnterForDelegate(Stripe stripe)
    {
        Enter(stripe);
        try
        {
            BeginDelegate();
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
        ReaderRecord.Current.Remove(_whole.Id);
        _delegates--;
        Exit(stripe);
    }

    /// <summary>Refuses to be used by a delegate that runs under a stripe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ThrowIfInDelegate()
    {
        if (_runsDelegates && _delegates != 0 && ReaderRecord.Current.Holds(_whole.Id))
        {
            ThrowRecursion();
        }
    }

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

        ReaderRecord.Current.Add(_whole.Id);
        _delegates++;
    }

    private void WaitFor(Stripe stripe)
    {
        // Whoever has a stripe alone runs nobody's code, or has made a note of it.
        if (IsHeldByCurrentThread)
        {
            ThrowRecursion();
        }

        var spinner = default(SpinWait);
        while (_isWholeTaken || !stripe.TryEnter())
        {
            if (!_isWholeTaken || !spinner.NextSpinWillYield)
            {
                spinner.SpinOnce();
            }
            else if (TryEnterAfterWhole(stripe))
            {
                return;
            }
        }
    }

    // A scope may last: wait for its end as those do who want the whole, and be quicker than the next of them.
    private bool TryEnterAfterWhole(Stripe stripe)
    {
        _whole.EnterAmongWriters();
        var isIn = stripe.TryEnter();
        _whole.ExitAmongWriters();
        return isIn;
    }

    private void Close()
    {
        foreach (var table in _tables)
        {
            table.Close();
        }
    }

    // The operation that made the stripe crowded is done. If this fails, the map works on, and a later one tries again.
    private void MakeRoom(StripedTable table)
    {
        try
        {
            _whole.EnterAmongWriters();
            TryTakeStripes(Deadline.Never);
            try
            {
                table.MakeRoom();
            }
            finally
            {
                GiveBack(_stripes);
            }
        }
        catch (OutOfMemoryException)
        {
            // A crowded map is slower, and not wrong.
        }
        catch (ThreadInterruptedException)
        {
            // Meant for the next time the caller waits for something.
            Thread.CurrentThread.Interrupt();
        }
    }

    private bool TryTakeStripes(Deadline deadline)
    {
        var taken = 0;
        try
        {
            _isWholeTaken = true;
            for (; taken < _stripes.Length; taken++)
            {
                if (!TryTake(_stripes[taken], deadline))
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            if (taken < _stripes.Length)
            {
                GiveBack(_stripes.AsSpan(0, taken));
            }
        }
    }

    private static bool TryTake(Stripe stripe, Deadline deadline)
    {
        var spinner = default(SpinWait);
        while (!stripe.TryEnter())
        {
            if (deadline.IsOver)
            {
                return false;
            }

            spinner.SpinOnce();
        }

        return true;
    }

    private void GiveBack(ReadOnlySpan<Stripe> taken)
    {
        _isWholeTaken = false;
        foreach (var stripe in taken)
        {
            stripe.Exit();
        }

        _whole.ExitAmongWriters();
    }

    [DoesNotReturn]
    private void ThrowRecursion() => throw GateErrors.Recursion(holder);
}

using SafeState.Gates.ReaderWriter;

namespace SafeState.Gates.Striped;

// Those who need all stripes: scopes, operations on more than one key, and maps that grow.
internal sealed partial class StripeSet
{
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

        GiveBack();
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
                GiveBack();
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
        var isDone = false;
        try
        {
            _isWholeTaken = true;

            // Between the store above and the loads that follow. See TryEnter.
            Interlocked.MemoryBarrier();
            foreach (var stripe in _stripes)
            {
                if (!TryAwaitExit(stripe, deadline))
                {
                    return false;
                }
            }

            isDone = true;
            return true;
        }
        finally
        {
            if (!isDone)
            {
                GiveBack();
            }
        }
    }

    private static bool TryAwaitExit(Stripe stripe, Deadline deadline)
    {
        var spinner = default(SpinWait);
        while (stripe.IsTaken)
        {
            if (deadline.IsOver)
            {
                return false;
            }

            spinner.SpinOnce();
        }

        return true;
    }

    private void GiveBack()
    {
        _isWholeTaken = false;
        _whole.ExitAmongWriters();
    }
}

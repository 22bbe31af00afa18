using System.Diagnostics;
using SafeState.Infrastructure;

namespace SafeState.Gates.ReaderWriter;

// The slow paths. Threads that wait do so on the monitor of this object, which is taken for nothing else.
internal sealed partial class BiasedReaderWriterLock
{
    // Guarded by the monitor.
    private int _waitingReaders;
    private int _waitingWriters;

    private bool WaitToRead(Deadline deadline)
    {
        ThrowIfWriter();
        for (var spinner = default(Spinner); spinner.Next(deadline);)
        {
            if (TryCountReader(Writer | WritersWait))
            {
                return true;
            }
        }

        lock (this)
        {
            // From here on whoever leaves sees that somebody waits and needs the monitor to wake us, which we give up only by
            // waiting: no wake-up is lost.
            _waitingReaders++;
            Interlocked.Or(ref _state, SomebodyWaits);
            try
            {
                while (!TryCountWaitingReader())
                {
                    if (!deadline.Wait(this))
                    {
                        return TryCountWaitingReader();
                    }
                }

                return true;
            }
            finally
            {
                _waitingReaders--;
                StopWaiting(_waitingReaders == 0 ? ReadersGoFirst : 0);
            }
        }
    }

    private bool TryCountWaitingReader() =>
        TryCountReader((Volatile.Read(ref _state) & ReadersGoFirst) != 0 ? Writer : Writer | WritersWait);

    private bool WaitToWrite(Deadline deadline)
    {
        ThrowIfWriter();
        if (ReaderRecord.Current.Holds(_id))
        {
            throw GateErrors.Recursion(holder);
        }

        for (var spinner = default(Spinner); spinner.Next(deadline);)
        {
            if (TryTakeWriter())
            {
                return true;
            }
        }

        lock (this)
        {
            _waitingWriters++;
            Interlocked.Or(ref _state, SomebodyWaits | WritersWait);
            try
            {
                while (!TryTakeWriter())
                {
                    if (!deadline.Wait(this))
                    {
                        return TryTakeWriter();
                    }
                }

                return true;
            }
            finally
            {
                _waitingWriters--;
                StopWaiting(_waitingWriters == 0 ? WritersWait : 0);
            }
        }
    }

    private bool TryTakeWriter()
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            if ((state & (Writer | ReadersGoFirst | Readers)) != 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _state, state | Writer, state) == state)
            {
                return true;
            }
        }
    }

    // Under the monitor. What kept others waiting may be gone with this thread's wait, whether or not it got the lock.
    private void StopWaiting(int obsolete)
    {
        if (_waitingReaders + _waitingWriters == 0)
        {
            obsolete |= SomebodyWaits;
        }

        if (obsolete != 0)
        {
            Interlocked.And(ref _state, ~obsolete);
            Monitor.PulseAll(this);
        }
    }

    private void ExitWriteToOthers() => Uninterrupted.Run(this, static left =>
    {
        lock (left)
        {
            if (left._waitingReaders > 0)
            {
                Interlocked.Or(ref left._state, ReadersGoFirst);
            }

            Interlocked.And(ref left._state, ~Writer);
            Monitor.PulseAll(left);
        }
    });

    private void WakeAll() => Uninterrupted.Run(this, static left =>
    {
        lock (left)
        {
            Monitor.PulseAll(left);
        }
    });

    // This thread's note is crossed out. If it still sees the bias, it crossed it out before the writer's barrier, and the writer
    // sees that; otherwise the writer may be waiting for it, and is woken.
    private void WakeIfBiasEnded()
    {
        if (!Volatile.Read(ref _isBiased))
        {
            WakeAll();
        }
    }

    // The caller has the lock as the writer, and gives it back if readers do not leave in time.
    private bool EndBias(Deadline deadline)
    {
        if (ReaderRecord.Current.Holds(_id))
        {
            ExitWrite();
            throw GateErrors.Recursion(holder);
        }

        var started = Stopwatch.GetTimestamp();
        Volatile.Write(ref _isBiased, false);

        // Every processor passes a full fence between the store above and the loads below. A reader's note, if it was made
        // before its fence, is seen below; if after, its second look at the mode comes after the fence too, and sees the end.
        Interlocked.MemoryBarrierProcessWide();
        var ended = Stopwatch.GetTimestamp();
        _noBiasBefore = ended + (PauseFactor * (ended - started));
        var isAlone = false;
        try
        {
            return isAlone = WaitForNotes(deadline);
        }
        finally
        {
            if (!isAlone)
            {
                // Readers that came in under the bias are still inside: the next writer has to look for them, too.
                Volatile.Write(ref _isBiased, true);
                ExitWrite();
            }
        }
    }

    // False when the time is over; throws when the thread is interrupted.
    private bool WaitForNotes(Deadline deadline)
    {
        var spinner = default(Spinner);
        while (IsNotedAnywhere())
        {
            if (!spinner.Next(deadline))
            {
                return BlockForNotes(deadline);
            }
        }

        return true;
    }

    private bool BlockForNotes(Deadline deadline)
    {
        lock (this)
        {
            while (IsNotedAnywhere())
            {
                if (!deadline.Wait(this))
                {
                    return !IsNotedAnywhere();
                }
            }

            return true;
        }
    }

    private bool IsNotedAnywhere()
    {
        foreach (var record in ReaderRecord.All)
        {
            if (record.IsSeenToHold(_id))
            {
                return true;
            }
        }

        return false;
    }

    private void ThrowIfWriter()
    {
        if (IsWriteHeldByCurrentThread)
        {
            throw GateErrors.Recursion(holder);
        }
    }
}

using System.Diagnostics;
using SafeState.Infrastructure;

namespace SafeState.Gates.ReaderWriter;

// The slow paths. Threads that wait do so on the monitor of this object, which is taken for nothing else.
internal sealed partial class AdaptiveReaderWriterLock
{
    // Made with the first lock, whose number is static, too: where somebody has to be woken there may be no memory for them.
    private static readonly Action<AdaptiveReaderWriterLock> Starting = static waiting => waiting.StartWaitingToWrite();

    private static readonly Action<(AdaptiveReaderWriterLock Lock, bool IsIn)> Stopping = static waited => waited.Lock.StopWaitingToWrite(waited.IsIn);

    private static readonly Action<AdaptiveReaderWriterLock> WakingSome = static left =>
    {
        lock (left)
        {
            left.WakeUnderMonitor();
        }
    };

    private static readonly Action<AdaptiveReaderWriterLock> WakingAll = static left =>
    {
        lock (left)
        {
            Monitor.PulseAll(left);
        }
    };

    // Guarded by the monitor.
    private int _waitingReaders;
    private int _waitingWriters;

    // When a writer was last woken. Written under the monitor, read without care.
    private long _lastWakeUp;

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
            Interlocked.Or(ref _state, ReadersWait);
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
                StopWaiting(_waitingReaders == 0 ? ReadersWait | ReadersGoFirst : 0);
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
            throw GateErrors.Recursion(_holder);
        }

        if (TrySpinToWrite(deadline))
        {
            return true;
        }

        Uninterrupted.Run(this, Starting);
        var isIn = false;
        try
        {
            return isIn = SleepToWrite(deadline);
        }
        finally
        {
            Uninterrupted.Run((this, isIn), Stopping);
        }
    }

    private void StartWaitingToWrite()
    {
        lock (this)
        {
            _waitingWriters++;
            Interlocked.Or(ref _state, WritersWait);
        }
    }

    private bool SleepToWrite(Deadline deadline)
    {
        for (var precedence = 0; ; precedence = SleepersGoFirst)
        {
            lock (this)
            {
                // Before the lock is looked at: who leaves it later wakes a writer again.
                Interlocked.And(ref _state, ~WriterIsWoken);
                Interlocked.Or(ref _state, precedence);
                if (TryTakeWriter(IsInside, 0))
                {
                    return true;
                }

                if (!deadline.Wait(this))
                {
                    return TryTakeWriter(IsInside, 0);
                }
            }

            // As long as this thread is awake it has itself to look at the lock, and nobody else needs to be woken. Woken in vain,
            // it makes those that come keep away until one that slept has been in.
            for (var spinner = default(Spinner); spinner.Next(deadline);)
            {
                if (TryTakeWriter(IsInside, WriterIsWoken | SleepersGoFirst))
                {
                    return true;
                }
            }
        }
    }

    private void StopWaitingToWrite(bool isIn)
    {
        lock (this)
        {
            _waitingWriters--;
            Interlocked.And(ref _state, ~WriterIsWoken);
            StopWaiting(_waitingWriters == 0 ? WritersWait | SleepersGoFirst : 0);
            if (!isIn)
            {
                // The wake-up that this thread may have had is for another one.
                Monitor.PulseAll(this);
            }
        }
    }

    // Under the monitor. What kept others waiting may be gone with this thread's wait, whether or not it got the lock.
    private void StopWaiting(int obsolete)
    {
        if ((Volatile.Read(ref _state) & obsolete) != 0)
        {
            Interlocked.And(ref _state, ~obsolete);
            Monitor.PulseAll(this);
        }
    }

    // Readers that wait are let in before the next writer. Of writers that wait one is woken; until it has looked at the lock,
    // others may come and go without waking more.
    private static bool NeedsWaking(int state) => (state & ReadersWait) != 0 || (state & (WritersWait | WriterIsWoken)) == WritersWait;

    // The lock is free before anybody is woken: waking takes the monitor, and thousands of operations fit into that time.
    private void ExitWriteAndWake()
    {
        int state, left;
        do
        {
            state = Volatile.Read(ref _state);
            left = state & ~Writer;
            if (NeedsWaking(state))
            {
                left |= (state & ReadersWait) != 0 ? ReadersGoFirst : WriterIsWoken;
            }
        }
        while (Interlocked.CompareExchange(ref _state, left, state) != state);

        if (NeedsWaking(state))
        {
            WakeSome();
        }
    }

    private void WakeUnderMonitor()
    {
        if (_waitingReaders > 0 || _awaitsNotes)
        {
            // Others than waiting writers sleep here too: a single wake-up could go to the wrong one.
            Monitor.PulseAll(this);
        }
        else if (_waitingWriters > 0)
        {
            // Each writer that waits clears the bit before it sleeps again and when it stops waiting: it never outlasts the
            // one that is awake.
            Interlocked.Or(ref _state, WriterIsWoken);
            _lastWakeUp = Stopwatch.GetTimestamp();
            Monitor.Pulse(this);
        }
    }

    private void WakeSome() => Uninterrupted.Run(this, WakingSome);

    // The writer that waits for notes is one of those that sleep on the monitor.
    private void WakeAll() => Uninterrupted.Run(this, WakingAll);

    private void ThrowIfWriter()
    {
        if (IsWriteHeldByCurrentThread)
        {
            throw GateErrors.Recursion(_holder);
        }
    }
}

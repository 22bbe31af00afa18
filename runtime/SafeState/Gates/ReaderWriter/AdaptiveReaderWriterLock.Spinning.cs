using System.Diagnostics;

namespace SafeState.Gates.ReaderWriter;

// How a thread that wants the lock for itself waits before it sleeps.
internal sealed partial class AdaptiveReaderWriterLock
{
    private const int ShortestPause = 8;
    private const int LongestPauseBetweenLooks = 128;

    /// <summary>
    /// Who takes the lock once in so many units of a pause, each about 40 ns, has it time and again. The first operations of a turn,
    /// whose cache lines are with another processor, are no slower.
    /// </summary>
    private const int UnitsPerEntry = 4;

    /// <summary>How many times a thread looks whether another one still has the lock time and again; less than a millisecond.</summary>
    private const int Courtesy = 128;

    /// <summary>How long those that sleep may be left to sleep for the sake of one that is awake.</summary>
    private static readonly long LongestNeglect = Stopwatch.Frequency / 250;

    // How often somebody took the lock for himself. Written by whoever has it, read without care.
    private int _entries;

    private bool TrySpinToWrite(Deadline deadline)
    {
        var isExpected = GiveWay(deadline);
        for (var spinner = default(Spinner); spinner.Next(deadline);)
        {
            if (isExpected ? TryTakeWriter(IsInside, WriterIsWoken) : TryTakeWriter(IsInside | SleepersGoFirst, 0))
            {
                return true;
            }

            isExpected = isExpected || TryBecomeExpected();
        }

        return false;
    }

    // To take the lock from a thread that has it time and again means to wait for each cache line that it has written, and then
    // the same the other way round: two threads that take turns get less done than one. So they take long turns.
    private bool GiveWay(Deadline deadline)
    {
        var isExpected = false;
        var entries = Volatile.Read(ref _entries);
        var pause = ShortestPause;
        for (var looks = 0; looks < Courtesy && Spinner.IsWorthwhile && !deadline.IsOver; looks++)
        {
            Thread.SpinWait(pause);
            isExpected = isExpected || TryBecomeExpected();
            var before = entries;
            entries = Volatile.Read(ref _entries);
            if ((entries - before) * UnitsPerEntry < pause)
            {
                // The other thread has left, or stays for long, or does something else in between: there is room for two.
                break;
            }

            pause = Math.Min(pause * 2, LongestPauseBetweenLooks);
        }

        return isExpected;
    }

    // As long as this thread is awake it has itself to look at the lock, and nobody needs to be woken: it sets the bit that whoever
    // wakes a writer sets for that one, and clears it like that one, when it takes the lock or before it looks at it for the
    // last time. With notes open, readers wait as long as writers sleep, who are to be woken then.
    private bool TryBecomeExpected()
    {
        var state = Volatile.Read(ref _state);
        return (state & (WritersWait | WriterIsWoken | NotesOpen)) == WritersWait
            && Stopwatch.GetTimestamp() - Volatile.Read(ref _lastWakeUp) < LongestNeglect
            && Interlocked.CompareExchange(ref _state, state | WriterIsWoken, state) == state;
    }

    private bool TryTakeWriter(int obstacles, int obsolete)
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            if ((state & obstacles) != 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _state, (state | Writer) & ~obsolete, state) == state)
            {
                return true;
            }
        }
    }
}

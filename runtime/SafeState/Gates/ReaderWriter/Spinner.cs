namespace SafeState.Gates.ReaderWriter;

/// <summary>
/// Waits a little longer each time, then gives way to other threads, then is done: what a lock protects is short, and blocking
/// costs more than most waits last.
/// </summary>
internal struct Spinner
{
    private const int Yields = 3;
    private const int LongestSpin = 128;

    private static readonly int Spins = IsWorthwhile ? 12 : 0;

    private int _count;

    /// <summary>Whether others run while a thread spins.</summary>
    public static bool IsWorthwhile => Environment.ProcessorCount > 1;

    /// <returns>Whether to try again. If not, it is time to block.</returns>
    public bool Next(Deadline deadline)
    {
        if (_count >= Spins + Yields || deadline.IsOver)
        {
            return false;
        }

        if (_count < Spins)
        {
            // Twice as long each time: each look at the lock takes its cache line from the thread that works with it.
            Thread.SpinWait(Math.Min(1 << _count, LongestSpin));
        }
        else
        {
            Thread.Yield();
        }

        _count++;
        return true;
    }
}

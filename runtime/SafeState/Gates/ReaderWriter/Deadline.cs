using System.Diagnostics;

namespace SafeState.Gates.ReaderWriter;

/// <summary>The moment until which a thread is ready to wait.</summary>
internal readonly struct Deadline
{
    private readonly long _timestamp;

    private Deadline(long timestamp) => _timestamp = timestamp;

    public static Deadline Never => new(long.MaxValue);

    public bool IsOver => _timestamp != long.MaxValue && Stopwatch.GetTimestamp() >= _timestamp;

    /// <exception cref="ArgumentOutOfRangeException">The time is negative and not infinite, or longer than a lock can wait.</exception>
    public static Deadline After(TimeSpan timeout)
    {
        ThrowIfOutOfRange(timeout);
        return WholeMilliseconds(timeout) == Timeout.Infinite
            ? Never
            : new(Stopwatch.GetTimestamp() + (long)(timeout.TotalSeconds * Stopwatch.Frequency));
    }

    /// <summary>Refuses what the platform's locks refuse. They count whole milliseconds, so half of one before zero is zero, and one and a half are infinite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative and not infinite, or longer than a lock can wait.</exception>
    public static void ThrowIfOutOfRange(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(WholeMilliseconds(timeout), Timeout.Infinite, nameof(timeout));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(WholeMilliseconds(timeout), int.MaxValue, nameof(timeout));
    }

    /// <summary>Waits on a monitor that the caller has entered.</summary>
    /// <returns>Whether the caller should look again: it was woken, or there is time left.</returns>
    public bool Wait(object monitor)
    {
        if (_timestamp == long.MaxValue)
        {
            return Monitor.Wait(monitor);
        }

        var remaining = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), _timestamp);
        return remaining > TimeSpan.Zero && (Monitor.Wait(monitor, Ceiling(remaining)) || !IsOver);
    }

    private static long WholeMilliseconds(TimeSpan timeout) => (long)timeout.TotalMilliseconds;

    // A monitor counts whole milliseconds; zero of them would be no wait at all.
    private static TimeSpan Ceiling(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds));
}

using System.Diagnostics;

namespace Incidents.Running;

/// <summary>
/// Where threads meet in pairs and go on at the same moment. What takes production weeks of bad luck then happens within seconds.
/// </summary>
/// <param name="patience">How long to wait: a partner that has died, or has no processor to run on, must not hold up the other one for long.</param>
internal sealed class Rendezvous(TimeSpan patience)
{
    private int _arrived;

    /// <summary>Waits for a partner, spinning: a thread that sleeps would wake up when the other one has long finished.</summary>
    public void Meet()
    {
        var arrival = Interlocked.Increment(ref _arrived);
        var partner = arrival + arrival % 2;
        var start = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _arrived) < partner && Stopwatch.GetElapsedTime(start) < patience)
        {
            Thread.SpinWait(1);
        }
    }
}

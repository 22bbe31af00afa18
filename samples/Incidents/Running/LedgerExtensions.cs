namespace Incidents.Running;

/// <summary>Doing things in such a way that what goes wrong is written down and does not end the round.</summary>
internal static class LedgerExtensions
{
    /// <summary>Enough requests under way to keep two cores busy and to meet each other in the shared state.</summary>
    private const int Concurrency = 16;

    private static readonly TimeSpan ShortGrace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongGrace = TimeSpan.FromSeconds(15);

    /// <summary>Does one thing; a failure is a fault, unless it is the end of the round.</summary>
    public static async Task GuardAsync(this Ledger ledger, Func<Task> action, CancellationToken cancellation)
    {
        try
        {
            await action();
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            ledger.AddFault(fault);
        }
    }

    /// <summary>Does one thing for each item, many at once, each guarded.</summary>
    public static Task ForEachAsync<T>(
        this Ledger ledger, IEnumerable<T> items, Func<T, CancellationToken, Task> action, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellation };
        return Parallel.ForEachAsync(items, options, async (item, token) =>
            await ledger.GuardAsync(() => action(item, token), token));
    }

    /// <summary>
    /// Waits for what is still on its way, before somebody counts what is missing: long, because a slow machine loses nothing;
    /// not so long when the round has failed already.
    /// </summary>
    public static async Task SettleAsync(this Ledger ledger, Task underWay, CancellationToken cancellation)
    {
        await Task.WhenAny(underWay, Task.Delay(ShortGrace, cancellation));
        if (!ledger.Failed)
        {
            await Task.WhenAny(underWay, Task.Delay(LongGrace, cancellation));
        }
    }
}

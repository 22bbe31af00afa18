namespace Incidents.Running;

/// <summary>Doing things in such a way that what goes wrong is written down and does not end the round.</summary>
internal static class LedgerExtensions
{
    /// <summary>Enough requests under way to keep two cores busy and to meet each other in the shared state.</summary>
    private const int Concurrency = 16;

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
}

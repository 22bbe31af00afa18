using System.Diagnostics;

namespace Incidents.Running;

/// <summary>Plays one incident: the code as it was until it fails, then the holder for a fixed time.</summary>
/// <param name="duration">How long the holder is under traffic.</param>
/// <param name="progress">Hears how far things are.</param>
internal sealed class IncidentRunner(TimeSpan duration, ProgressLog progress)
{
    /// <summary>A race need not show at once; one that stays hidden this long is reported as not reproduced.</summary>
    public const int MaximumAttempts = 100;

    // A corrupted collection may keep a thread for ever; the round is then given up, the thread cannot keep the process alive.
    private static readonly TimeSpan RoundTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Plays the incident.</summary>
    public async Task<IncidentResult> RunAsync(Incident incident, CancellationToken cancellation)
    {
        var (attempts, before) = await ProvokeAsync(incident, cancellation);
        progress.Write($"{incident.Name}: before {Report.Describe(attempts, before)}");

        var (rounds, after) = await EndureAsync(incident, attempts, cancellation);
        progress.Write($"{incident.Name}: after {Report.Describe(after)}");

        return new IncidentResult(incident, attempts, before, rounds, after);
    }

    private async Task<(int Attempts, Ledger Last)> ProvokeAsync(Incident incident, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            progress.Update($"{incident.Name}: before, attempt {attempt} of at most {MaximumAttempts}");
            var ledger = new Ledger();
            await PlayRoundAsync(incident.Before, ledger, cancellation);
            if (ledger.Failed || attempt == MaximumAttempts)
            {
                return (attempt, ledger);
            }
        }
    }

    // Never fewer rounds than the old code needed to fail: that would not be the same traffic.
    private async Task<(int Rounds, Ledger Total)> EndureAsync(Incident incident, int leastRounds, CancellationToken cancellation)
    {
        var total = new Ledger();
        var clock = Stopwatch.StartNew();
        var rounds = 0;
        while (rounds < leastRounds || clock.Elapsed < duration)
        {
            await PlayRoundAsync(incident.After, total, cancellation);
            rounds++;
            var time = $"{clock.Elapsed.TotalSeconds:F0} of {duration.TotalSeconds:F0} s";
            progress.Update($"{incident.Name}: after, {time}, {total.Operations:N0} operations, {total.Faults:N0} faults");
        }

        return (rounds, total);
    }

    private static async Task PlayRoundAsync(Traffic traffic, Ledger ledger, CancellationToken cancellation)
    {
        using var round = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await Task.Run(() => traffic(ledger, round.Token), cancellation).WaitAsync(RoundTimeout, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            ledger.AddFault(fault);
        }
        finally
        {
            await round.CancelAsync();
        }
    }
}

namespace Incidents.Running;

/// <summary>What a replay has shown.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Attempts">How many rounds the code as it was took to fail, or survived.</param>
/// <param name="Before">The last of those rounds: the one that failed, if any did.</param>
/// <param name="Rounds">How many rounds the holder went through.</param>
/// <param name="After">All rounds of the holder.</param>
internal sealed record IncidentResult(Incident Incident, int Attempts, Ledger Before, int Rounds, Ledger After)
{
    /// <summary>Shown is the point only if the old code failed and the holder, having really worked, did not.</summary>
    public bool Passed => Before.Failed && !After.Failed && After.Operations > 0;
}

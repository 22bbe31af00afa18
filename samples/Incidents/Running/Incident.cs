using System.Reflection;
using SafeState;

namespace Incidents.Running;

/// <summary>One round of real traffic against a fresh copy of the state; everything it sees goes into the ledger.</summary>
internal delegate Task Traffic(Ledger ledger, CancellationToken cancellation);

/// <summary>A production incident that can be played again: the same traffic for the code as it was and for its holder.</summary>
/// <param name="Name">The name of its folder and of its row in the report.</param>
/// <param name="Holder">The type that holds the state afterwards.</param>
/// <param name="Before">A round of traffic against the code as it was.</param>
/// <param name="After">The same round against the holder.</param>
internal sealed record Incident(string Name, Type Holder, Traffic Before, Traffic After)
{
    /// <summary>Read from the holder itself, so that the report cannot claim another one.</summary>
    public Strategy Strategy => Holder.GetCustomAttribute<SharedStateAttribute>()!.Strategy;
}

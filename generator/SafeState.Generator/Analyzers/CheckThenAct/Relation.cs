using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Analyzers.CheckThenAct;

/// <summary>How an act depends on a check.</summary>
/// <param name="Condition">The nearest condition that the check decides and that the act stands under; null where it runs anyway.</param>
/// <param name="Presence">What the conditions say the check has found.</param>
/// <param name="IsExact">Whether the check alone is that condition.</param>
/// <param name="IsData">Whether the value or the index of the act is made of what the check has found.</param>
internal sealed record Relation(IOperation? Condition, Presence Presence, bool IsExact, bool IsData)
{
    public bool Exists => Condition is not null || IsData;
}

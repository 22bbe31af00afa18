namespace SafeState.Generator.Analyzers.CheckThenAct;

/// <summary>A check, what depends on it, and what would do all of it at once.</summary>
internal sealed record Pair(Access Check, IReadOnlyList<Access> Acts, Remedy Remedy);

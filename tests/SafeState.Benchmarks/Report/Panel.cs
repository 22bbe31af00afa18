namespace SafeState.Benchmarks.Report;

/// <summary>Bars with a scale of their own.</summary>
internal sealed record Panel(string Title, IReadOnlyList<PanelBar> Bars);

namespace SafeState.Benchmarks.Report;

/// <summary>One bar of a chart.</summary>
/// <param name="Name">What stands beside it.</param>
/// <param name="Value">How long it is.</param>
/// <param name="IsStrategy">Whether it is SafeState's.</param>
internal sealed record PanelBar(string Name, double Value, bool IsStrategy);

namespace SafeState.Benchmarks.Report;

/// <summary>Something that is to be reached, and what was measured.</summary>
/// <param name="What">What it is about; the reasons for missing it are found by this.</param>
/// <param name="Measured">The number, with its unit.</param>
/// <param name="Target">What it is to be.</param>
/// <param name="IsReached">Whether it is.</param>
internal sealed record Verdict(string What, string Measured, string Target, bool IsReached);

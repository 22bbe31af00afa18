namespace SafeState.Benchmarks.Throughput;

/// <summary>How long a comparison takes: <paramref name="Rounds"/> slices of each side, after a warm-up of each.</summary>
internal sealed record RunLength(TimeSpan Slice, int Rounds, TimeSpan WarmUp);

namespace SafeState.Benchmarks.Throughput;

/// <summary>How long a comparison takes: <paramref name="Rounds"/> slices of each side, after a warm-up of each.</summary>
internal sealed record RunLength(TimeSpan Slice, int Rounds, TimeSpan WarmUp)
{
    public override string ToString() =>
        $"{(Rounds == 1 ? "One round" : $"Medians of {Rounds} rounds")} of {Slice.TotalSeconds} s a side, in turns, after {WarmUp.TotalSeconds} s of warm-up a side.";
}

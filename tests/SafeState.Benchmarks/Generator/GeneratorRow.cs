namespace SafeState.Benchmarks.Generator;

/// <summary>One measured number about a generator.</summary>
/// <param name="Generator">Whose it is.</param>
/// <param name="Types">How many annotated types there were.</param>
/// <param name="Step">What it had to do.</param>
/// <param name="Microseconds">The processor's time per annotated type: the median of all rounds.</param>
/// <param name="Pauses">How many microseconds of the clock, per type, everything stood still for the garbage collector: the median of all rounds.</param>
/// <param name="Ratio">The median, over the rounds, of this time by that of the fastest of the SDK's generators in the same round.</param>
internal sealed record GeneratorRow(string Generator, int Types, string Step, double Microseconds, double Pauses, double Ratio);

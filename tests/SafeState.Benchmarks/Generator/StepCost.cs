namespace SafeState.Benchmarks.Generator;

/// <summary>What one step cost per annotated type.</summary>
/// <param name="Microseconds">The processor's time.</param>
/// <param name="Pauses">How many microseconds of the clock everything stood still for the garbage collector.</param>
internal sealed record StepCost(double Microseconds, double Pauses);

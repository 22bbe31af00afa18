namespace SafeState.Benchmarks.Analyzers;

/// <summary>What one build took.</summary>
/// <param name="Processor">The processor's seconds, of all processes.</param>
/// <param name="Wall">Seconds by the clock on the wall.</param>
internal readonly record struct BuildTime(double Processor, double Wall);

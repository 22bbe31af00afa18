using System.Diagnostics;

namespace SafeState.Benchmarks.Report;

/// <summary>Says what is being measured.</summary>
internal sealed class Progress(TextWriter output)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

    public void Report(string step) => output.WriteLine($"{Elapsed:mm\\:ss} {step}");
}

using BenchmarkDotNet.Environments;

namespace SafeState.Benchmarks.Report;

/// <summary>Where the numbers are from.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var host = HostEnvironmentInfo.GetCurrent();
        var processor = host.CpuInfo.Value;
        return $"""
            | | |
            | --- | --- |
            | processor | {processor.ProcessorName}, {Environment.ProcessorCount} logical processors, {processor.PhysicalCoreCount} cores |
            | system | {host.OsVersion.Value}, {System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture} |
            | .NET | {Environment.Version}, {(System.Runtime.GCSettings.IsServerGC ? "server" : "workstation")} garbage collector |
            """;
    }

    /// <summary>How many threads wanted a processor, on average over the last minute and the last quarter of an hour; where the system tells.</summary>
    public static string Load()
    {
        const string Source = "/proc/loadavg";
        if (!File.Exists(Source))
        {
            return "unknown";
        }

        var averages = File.ReadAllText(Source).Split(' ');
        return $"{averages[0]} (1 minute), {averages[2]} (15 minutes)";
    }
}

using System.Runtime.InteropServices;

namespace SafeState.Benchmarks.Analyzers;

/// <summary>What the processes that this one started, and those that they started, have cost.</summary>
internal static class ChildProcesses
{
    private const int Children = -1;

    /// <summary>Whether the system tells; Windows does not.</summary>
    public static bool AreMeasured => !OperatingSystem.IsWindows();

    /// <summary>The processor's seconds of all that have ended.</summary>
    public static double ProcessorSeconds
    {
        get
        {
            // Four numbers are of interest: the seconds and microseconds of the user's code, and the same of the system's.
            var usage = new long[32];
            return GetUsage(Children, usage) == 0
                ? usage[0] + usage[2] + (((int)usage[1] + (int)usage[3]) / 1e6)
                : throw new InvalidOperationException($"The system does not tell what its processes cost: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    [DllImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static extern int GetUsage(int who, long[] usage);
}

namespace SafeState.Benchmarks.Allocations;

/// <summary>Prints what every operation allocates.</summary>
internal static class AllocationTable
{
    /// <returns>Whether nothing was allocated.</returns>
    public static bool Print(IEnumerable<AllocationCheck> checks, TextWriter output)
    {
        output.WriteLine("Bytes allocated per operation; to reach: 0.");
        output.WriteLine();
        output.WriteLine("| SafeState          | operation              |   bytes |        |");
        output.WriteLine("|--------------------|------------------------|--------:|--------|");
        var nothingAllocated = true;
        foreach (var check in checks)
        {
            var bytes = check.BytesPerOperation();
            nothingAllocated &= bytes == 0;
            output.WriteLine($"| {check.Map,-18} | {check.Operation,-22} | {bytes,7:0.###} | {(bytes == 0 ? "yes" : "MISSED"),-6} |");
        }

        return nothingAllocated;
    }
}

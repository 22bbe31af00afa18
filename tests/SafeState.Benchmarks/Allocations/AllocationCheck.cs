namespace SafeState.Benchmarks.Allocations;

/// <summary>One operation that is to allocate nothing.</summary>
internal sealed record AllocationCheck(string Map, string Operation, Action Body)
{
    private const int Repetitions = 10_000;

    /// <summary>Bytes allocated per operation, once everything that is made only once has been made.</summary>
    public double BytesPerOperation()
    {
        Repeat();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Repetitions;
    }

    private void Repeat()
    {
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            Body();
        }
    }
}

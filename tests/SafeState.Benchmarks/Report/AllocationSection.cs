using SafeState.Benchmarks.Allocations;

namespace SafeState.Benchmarks.Report;

/// <summary>What is to allocate nothing.</summary>
internal static class AllocationSection
{
    public static Section Measure(Progress progress, CancellationToken cancellation)
    {
        progress.Report("allocations");
        var measured = AllocationChecks.All().Select(check =>
        {
            cancellation.ThrowIfCancellationRequested();
            return (Check: check, Bytes: check.BytesPerOperation());
        }).ToArray();
        string[] maps = [.. measured.Select(row => row.Check.Map).Distinct()];
        var table = new Table(names: 1, ["bytes per operation", .. maps]);
        foreach (var operation in measured.GroupBy(row => row.Check.Operation))
        {
            table.Add([operation.Key, .. maps.Select(map => operation.Where(row => row.Check.Map == map).Select(row => Numbers.Short(row.Bytes)).FirstOrDefault("–"))]);
        }

        return new Section(
            $"""
            ## Allocations

            {table}

            """,
            [.. measured.GroupBy(row => row.Check.Operation).Select(operation => new Verdict(
                $"Bytes allocated by {operation.Key}, in every strategy that has it",
                Numbers.Short(operation.Max(row => row.Bytes)),
                "0",
                operation.All(row => row.Bytes == 0)))]);
    }
}

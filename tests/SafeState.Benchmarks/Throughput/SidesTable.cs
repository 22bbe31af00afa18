using SafeState.Benchmarks.Report;

namespace SafeState.Benchmarks.Throughput;

/// <summary>Prints all sides beside each other, a line for each comparison as soon as it is measured.</summary>
internal static class SidesTable
{
    public static void Print(IEnumerable<Comparison> comparisons, Predicate<string> isChosen, RunLength length, TextWriter output, CancellationToken cancellation)
    {
        string[] sides = [.. Sides.Names.Where(side => isChosen(side))];
        output.WriteLine($"Million operations per second. {length}");
        output.WriteLine("\"–\" is what a side cannot do, or what would not end.");
        output.WriteLine();
        output.Write(new Table(names: 1, ["", .. sides]));
        foreach (var comparison in comparisons)
        {
            var result = comparison.Run(length, isChosen, cancellation);
            output.WriteLine(Table.Row([
                $"{comparison.Setting}",
                .. sides.Select(side => result.HasSide(side) ? Numbers.Short(result.Throughput(side) / 1e6) : "–"),
            ]));
        }
    }
}

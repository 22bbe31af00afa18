using SafeState.Benchmarks.Report;

namespace SafeState.Benchmarks.Generator;

/// <summary>Shows what was measured of generators.</summary>
internal static class GeneratorTable
{
    public static Table Of(IEnumerable<GeneratorRow> rows)
    {
        var table = new Table(names: 2, "step", "generator", "types", "µs per type", "pauses, µs", "of the SDK's fastest");
        foreach (var row in rows)
        {
            table.Add(row.Step, row.Generator, $"{row.Types:N0}", Numbers.Exact(row.Microseconds, 1), Numbers.Exact(row.Pauses, 1), double.IsNaN(row.Ratio) ? "–" : Numbers.Exact(row.Ratio, 2));
        }

        return table;
    }
}

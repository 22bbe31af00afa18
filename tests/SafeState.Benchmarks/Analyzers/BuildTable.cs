using SafeState.Benchmarks.Report;

namespace SafeState.Benchmarks.Analyzers;

/// <summary>Shows what builds took.</summary>
internal static class BuildTable
{
    public static Table Of(BuildTimes times)
    {
        var table = new Table(names: 1, "seconds", "without the rules", "with the rules", "ratio");
        Add("of the processor", time => time.Processor);
        Add("by the clock", time => time.Wall);
        return table;

        void Add(string name, Func<BuildTime, double> seconds) => table.Add(
            name,
            Numbers.Exact(Median.Of(times.Without.Select(seconds)), 2),
            Numbers.Exact(Median.Of(times.With.Select(seconds)), 2),
            Numbers.Exact(times.RatioOf(seconds), 3));
    }
}

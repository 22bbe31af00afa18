namespace SafeState.Benchmarks.Report;

/// <summary>Puts the page together.</summary>
internal static class Page
{
    public static string Write(IReadOnlyList<Section> sections, bool isQuick, string loadAtFirst, TimeSpan elapsed)
    {
        Verdict[] verdicts = [.. sections.SelectMany(section => section.Verdicts)];
        var bars = new Table(names: 1, "bar", "measured", "to reach", "");
        foreach (var verdict in verdicts)
        {
            bars.Add(verdict.What, verdict.Measured, verdict.Target, verdict.IsReached ? "reached" : "**missed**");
        }

        var missed = string.Concat(verdicts.Where(verdict => !verdict.IsReached).GroupBy(Reasons.For).Select(Missed));
        var text = $"""
            # Benchmarks

            What SafeState costs beside code written by hand. This page is written by a program: do not edit it, measure again.

            ```
            dotnet run -c Release --project tests/SafeState.Benchmarks -- report
            ```

            That takes about twenty-five minutes and wants a machine with nothing else to do; `-- report --quick` is for trying it out, `-- --help` says what else there is.

            {(isQuick ? "**This was a quick run: it shows that everything works, and its numbers show little.**\n\n" : "")}{Machine.Describe()}
            | date | {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, in {elapsed:mm\:ss} minutes |
            | load before | {loadAtFirst} |
            | load after | {Machine.Load()} |

            All sides of a comparison are measured in turns in one process, on the same operations, which were drawn beforehand. Throughputs are medians of rounds; a ratio is the median of the rounds' own ratios, so that a machine
            that slows down for a while slows down both sides; ± is half of the distance between their quartiles. One thread is measured by the processor's time, which other programs disturb little; threads that wait for each other
            by the wall clock, so a load that was not this program's own spoils their numbers.

            ## To reach

            {verdicts.Count(verdict => verdict.IsReached)} of {verdicts.Length} bars are reached.

            {bars}
            {(missed.Length == 0 ? "" : $"### Missed, and why\n\n{missed}\n")}{string.Join('\n', sections.Select(section => section.Text.TrimEnd() + "\n"))}
            """;
        return text.ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    // What several are missed for is said once.
    private static string Missed(IGrouping<string, Verdict> verdicts) =>
        $"- {string.Join("; ", verdicts.Select(verdict => $"**{verdict.What}**: {verdict.Measured}, to reach {verdict.Target}"))}. {verdicts.Key}\n";
}

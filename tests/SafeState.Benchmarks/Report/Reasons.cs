namespace SafeState.Benchmarks.Report;

/// <summary>
/// Why a bar is missed, as far as people have found out: each line of <c>ReasonsForMissedBars.txt</c> is the beginning of what
/// the page calls the bar, a vertical line, and the reason.
/// </summary>
internal static class Reasons
{
    private static readonly (string Beginning, string Reason)[] All = [.. Read()];

    public static string For(Verdict verdict) =>
        All.FirstOrDefault(line => verdict.What.StartsWith(line.Beginning, StringComparison.Ordinal)).Reason ?? "no reason is known yet";

    private static IEnumerable<(string, string)> Read()
    {
        using var stream = typeof(Reasons).Assembly.GetManifestResourceStream("ReasonsForMissedBars.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('|', 2) is [var beginning, var reason])
            {
                yield return (beginning.Trim(), reason.Trim());
            }
        }
    }
}

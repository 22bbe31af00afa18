using Spectre.Console;

namespace Incidents.Running;

/// <summary>What the runs have shown, in words and in one table.</summary>
internal static class Report
{
    /// <summary>What the code as it was has done.</summary>
    public static string Describe(int attempts, Ledger before) => before.Failed
        ? $"failed in attempt {attempts}: {DescribeDamage(before)}"
        : $"did NOT fail in {attempts} attempts ({before.Operations:N0} operations in the last one)";

    /// <summary>What the holder has done.</summary>
    public static string Describe(Ledger after) => after.Failed
        ? $"FAILED: {after.Operations:N0} operations, {DescribeDamage(after)}"
        : $"{after.Operations:N0} operations, faults: 0, lost: 0";

    /// <summary>The table of all incidents.</summary>
    public static Table Render(IEnumerable<IncidentResult> results)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = true };
        table.AddColumns("Incident", "Before", "After", "Strategy");
        foreach (var result in results)
        {
            table.AddRow(
                new Text(result.Incident.Name),
                new Text(Describe(result.Attempts, result.Before), ColorOf(expected: result.Before.Failed)),
                new Text($"{Describe(result.After)}, in {result.Rounds:N0} rounds", ColorOf(expected: !result.After.Failed)),
                new Text($"{result.Incident.Strategy}"));
        }

        return table;
    }

    private static string DescribeDamage(Ledger ledger)
    {
        var counts = $"faults: {ledger.Faults:N0}, lost: {ledger.Lost:N0}, duplicated: {ledger.Duplicated:N0}";
        return ledger.FirstFault is { } fault ? $"{fault.GetType().Name} ({FirstSentence(fault.Message)}); {counts}" : counts;
    }

    private static string FirstSentence(string message)
    {
        var end = message.AsSpan().IndexOfAny(['.', ';', '\n']);
        return end < 0 ? message : message[..end];
    }

    private static Style ColorOf(bool expected) => new(expected ? Color.Green : Color.Red);
}

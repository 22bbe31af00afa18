using System.CommandLine;

namespace SafeState.Benchmarks.Snapshots;

/// <summary>The command <c>snapshots</c>.</summary>
internal static class SnapshotsCommand
{
    public static Command Create()
    {
        var rounds = Options.Number("--rounds", "How many rounds the medians are taken of.", 25);
        var command = new Command("snapshots", "One write and the snapshot after it, in each strategy, against one write into a dictionary and copying that once.")
        {
            rounds,
        };
        command.SetInterruptibleAction((arguments, cancellation) =>
        {
            Console.WriteLine("| SafeState          | threads that ask | time, in copies | bytes, in copies |");
            Console.WriteLine("|--------------------|-----------------:|----------------:|-----------------:|");
            foreach (var cost in SnapshotCosts.Measure(arguments.GetValue(rounds), cancellation))
            {
                Console.WriteLine($"| {cost.Strategy,-18} | {cost.Readers,16} | {cost.TimeRatio,15:F3} | {cost.BytesRatio,16:F3} |");
            }

            return 0;
        });
        return command;
    }
}

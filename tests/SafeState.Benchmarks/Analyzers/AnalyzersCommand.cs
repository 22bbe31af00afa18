using System.CommandLine;

namespace SafeState.Benchmarks.Analyzers;

/// <summary>The command <c>analyzers</c>.</summary>
internal static class AnalyzersCommand
{
    public static Command Create()
    {
        var files = Options.Number("--files", "How many files the project has.", ProjectToBuild.UsualFiles);
        var holders = Options.Number("--holders", "How many of them declare a holder.", ProjectToBuild.UsualHolders);
        var rounds = Options.Number("--rounds", "How many rounds the medians are taken of.", 7);
        var alone = new Option<bool>("--alone") { Description = "Build without the SDK's own analyzers." };
        var command = new Command("analyzers", "The rules beside no rules: the time of a whole build of a project that uses holders, by a compiler that has just been started.")
        {
            files,
            holders,
            rounds,
            alone,
        };
        command.SetInterruptibleAction((arguments, cancellation) =>
        {
            using var project = new ProjectToBuild(arguments.GetValue(files), arguments.GetValue(holders), arguments.GetValue(alone));
            Console.WriteLine(BuildTable.Of(BuildComparison.Run(project, arguments.GetValue(rounds), Console.Error.WriteLine, cancellation)));
            return 0;
        });
        return command;
    }
}

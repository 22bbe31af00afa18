using System.CommandLine;

namespace SafeState.Benchmarks.Analyzers;

/// <summary>The command <c>analyzers</c>.</summary>
internal static class AnalyzersCommand
{
    public static Command Create()
    {
        var files = NumberOption("--files", "How many files the project has.", ProjectToBuild.UsualFiles);
        var holders = NumberOption("--holders", "How many of them declare a holder.", ProjectToBuild.UsualHolders);
        var rounds = NumberOption("--rounds", "How many rounds the medians are taken of.", 7);
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

    private static Option<int> NumberOption(string name, string description, int value)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{name} must be at least 1.");
            }
        });
        return option;
    }
}

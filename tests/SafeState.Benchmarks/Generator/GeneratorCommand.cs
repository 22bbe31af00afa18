using System.CommandLine;

namespace SafeState.Benchmarks.Generator;

/// <summary>The command <c>generator</c>.</summary>
internal static class GeneratorCommand
{
    private const int WarmUps = 3;

    public static Command Create()
    {
        var holders = new Option<string>("--holders")
        {
            Description = "How many annotated types a program has; several numbers with commas.",
            DefaultValueFactory = _ => "100,1000",
        };
        holders.Validators.Add(result =>
        {
            if (Numbers(result.GetValueOrDefault<string>()).Any(number => number < 1))
            {
                result.AddError("--holders must be numbers of at least 1 with commas between them.");
            }
        });
        var methods = NumberOption("--methods", "How many methods each holder has; every one opens a scope.", 2, atLeast: 0);
        var rounds = NumberOption("--rounds", "How many rounds the medians are taken of.", 7, atLeast: 1);
        var only = new Option<string>("--only")
        {
            Description = "Only the generators whose name contains this; without the SDK's there is nothing to compare with.",
            DefaultValueFactory = _ => "",
        };
        var withoutCompiling = new Option<bool>("--without-compiling")
        {
            Description = "Leave out the step that takes longest: compiling the program with what was generated for it.",
        };
        var command = new Command("generator", "The generator beside the SDK's own, on programs of as many annotated types: the processor's time per type.")
        {
            holders,
            methods,
            rounds,
            only,
            withoutCompiling,
        };
        command.SetInterruptibleAction((arguments, cancellation) =>
        {
            foreach (var number in Numbers(arguments.GetValue(holders)))
            {
                var comparison = new GeneratorComparison(
                    [.. Contenders.All(arguments.GetValue(methods)).Where(contender => contender.Name.Contains(arguments.GetValue(only)!, StringComparison.OrdinalIgnoreCase))],
                    arguments.GetValue(withoutCompiling) ? GeneratorStep.WithoutCompiling : GeneratorStep.All);
                Console.WriteLine(GeneratorTable.Of(comparison.Run(number, WarmUps, arguments.GetValue(rounds), Console.Error.WriteLine, cancellation)));
            }

            return 0;
        });
        return command;
    }

    private static Option<int> NumberOption(string name, string description, int value, int atLeast)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < atLeast)
            {
                result.AddError($"{name} must be at least {atLeast}.");
            }
        });
        return option;
    }

    private static int[] Numbers(string? list) => [.. (list ?? "").Split(',').Select(text => int.TryParse(text, out var number) ? number : 0)];
}

using System.CommandLine;

namespace SafeState.Benchmarks.Generator;

/// <summary>The command <c>generator</c>.</summary>
internal static class GeneratorCommand
{
    private const int WarmUps = 3;
    private const int NothingToDo = 2;

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
        var methods = Options.Number("--methods", "How many methods each holder has; every one opens a scope.", 2, atLeast: 0);
        var rounds = Options.Number("--rounds", "How many rounds the medians are taken of.", 7);
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
            var all = Contenders.All(arguments.GetValue(methods));
            Contender[] contenders = [.. all.Where(contender => contender.Name.Contains(arguments.GetValue(only)!, StringComparison.OrdinalIgnoreCase))];
            if (contenders.Length == 0)
            {
                Console.Error.WriteLine($"No generator's name contains '{arguments.GetValue(only)}'. There are {string.Join(", ", all.Select(contender => $"'{contender.Name}'"))}.");
                return NothingToDo;
            }

            var comparison = new GeneratorComparison(contenders, arguments.GetValue(withoutCompiling) ? GeneratorStep.WithoutCompiling : GeneratorStep.All);
            foreach (var number in Numbers(arguments.GetValue(holders)))
            {
                Console.WriteLine(GeneratorTable.Of(comparison.Run(number, WarmUps, arguments.GetValue(rounds), Console.Error.WriteLine, cancellation)));
            }

            return 0;
        });
        return command;
    }

    private static int[] Numbers(string? list) => [.. (list ?? "").Split(',').Select(text => int.TryParse(text, out var number) ? number : 0)];
}

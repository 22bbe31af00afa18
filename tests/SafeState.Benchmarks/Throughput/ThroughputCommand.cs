using System.CommandLine;
using SafeState.Benchmarks.Allocations;

namespace SafeState.Benchmarks.Throughput;

/// <summary>The command <c>throughput</c>.</summary>
internal static class ThroughputCommand
{
    private const int EntriesToGrow = 100_000;
    private const int NothingToDo = 2;

    public static Command Create()
    {
        var seconds = Options.Seconds("--seconds", "How long each side of a comparison is measured in each round.", 0.2);
        var rounds = Options.Number("--rounds", "How many rounds the medians are taken of.", 15);
        var only = new Option<string>("--only")
        {
            Description = $"Only the strategies whose name contains this: {Join(Sides.Names.Where(Sides.IsStrategy))}.",
            DefaultValueFactory = _ => "",
        };
        var sizes = Options.Numbers("--sizes", "Two threads on maps of these many entries, with int and string keys, instead of a small map by threads. Bars are there for Striped only, save for 1024 entries.");
        var mixes = new Option<string[]>("--mixes")
        {
            Description = $"Only the mixes of operations with these names: {Join(Comparisons.ByThreads(EntriesToGrow).Select(comparison => comparison.Setting.Mix.Name))}.",
            AllowMultipleArgumentsPerToken = true,
        };
        var all = new Option<bool>("--all")
        {
            Description = "All strategies and all that is written by hand instead beside each other in every mix, to choose one; not only the pairs that have a bar to reach. Takes about twenty minutes without --mixes.",
        };
        var check = new Option<bool>("--check")
        {
            Description = "Exit with 1 when a target is missed. Wants a machine with two cores and nothing else to do.",
        };
        var command = new Command(
            "throughput",
            "Strategies against what is written by hand instead, in turns in one process, by threads and share of writes: the pairs that have a bar to reach, and then what each operation allocates; or all of them with --all.")
        {
            seconds,
            rounds,
            only,
            sizes,
            mixes,
            all,
            check,
        };
        command.SetInterruptibleAction((arguments, cancellation) =>
        {
            var length = new RunLength(TimeSpan.FromSeconds(arguments.GetValue(seconds)), arguments.GetValue(rounds), WarmUp: TimeSpan.FromSeconds(1.2));
            bool IsChosen(string strategy) => strategy.Contains(arguments.GetValue(only)!, StringComparison.OrdinalIgnoreCase);
            IEnumerable<Comparison> comparisons =
            [
                .. from comparison in arguments.GetValue(sizes) is { Length: > 0 } chosen ? Comparisons.BySize(chosen) : Comparisons.ByThreads(EntriesToGrow)
                   where arguments.GetValue(mixes) is not { Length: > 0 } names || names.Contains(comparison.Setting.Mix.Name, StringComparer.OrdinalIgnoreCase)
                   where arguments.GetValue(all) ? Sides.Names.Any(side => Sides.IsStrategy(side) && IsChosen(side)) : comparison.Bars.Any(bar => IsChosen(bar.Facade))
                   select comparison,
            ];
            if (!comparisons.Any())
            {
                Console.Error.WriteLine(
                    $"There is nothing to measure with these --only, --mixes and --sizes. The strategies are {Join(Sides.Names.Where(Sides.IsStrategy))}; "
                    + $"the mixes {Join(Comparisons.ByThreads(EntriesToGrow).Select(comparison => comparison.Setting.Mix.Name))}. "
                    + "Not every strategy has a bar to reach in every mix: with --all there is no need of one.");
                return NothingToDo;
            }

            if (arguments.GetValue(all))
            {
                SidesTable.Print(comparisons, side => !Sides.IsStrategy(side) || IsChosen(side), length, Console.Out, cancellation);
                return 0;
            }

            var isFastEnough = ThroughputTable.Print(comparisons, IsChosen, length, Console.Out, cancellation);
            Console.WriteLine();
            var allocatesNothing = AllocationTable.Print(AllocationChecks.All().Where(allocation => IsChosen(allocation.Map)), Console.Out);
            return isFastEnough && allocatesNothing || !arguments.GetValue(check) ? 0 : 1;
        });
        return command;
    }

    private static string Join(IEnumerable<string> names) => string.Join(", ", names.Distinct().Select(name => $"'{name}'"));
}

using System.CommandLine;
using SafeState.Benchmarks.Allocations;

namespace SafeState.Benchmarks.Throughput;

/// <summary>The command <c>throughput</c>.</summary>
internal static class ThroughputCommand
{
    private const int EntriesToGrow = 100_000;

    public static Command Create()
    {
        var seconds = new Option<double>("--seconds")
        {
            Description = "How long each side of a comparison is measured in each round.",
            DefaultValueFactory = _ => 0.2,
        };
        seconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() <= 0)
            {
                result.AddError("--seconds must be more than 0.");
            }
        });
        var rounds = new Option<int>("--rounds")
        {
            Description = "How many rounds the medians are taken of.",
            DefaultValueFactory = _ => 15,
        };
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--rounds must be at least 1.");
            }
        });
        var only = new Option<string>("--only")
        {
            Description = "Only the strategies whose name contains this.",
            DefaultValueFactory = _ => "",
        };
        var sizes = new Option<int[]>("--sizes")
        {
            Description = "Two threads on maps of these many entries, with int and string keys, instead of a small map by threads.",
            AllowMultipleArgumentsPerToken = true,
        };
        sizes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int[]>() is { } given && given.Any(size => size < 1))
            {
                result.AddError("--sizes must be at least 1.");
            }
        });
        var mixes = new Option<string[]>("--mixes")
        {
            Description = "Only the mixes of operations with these names.",
            AllowMultipleArgumentsPerToken = true,
        };
        var check = new Option<bool>("--check")
        {
            Description = "Exit with 1 when a target is missed. Wants a machine with two cores and nothing else to do.",
        };
        var command = new Command(
            "throughput",
            "Each strategy against what is written by hand instead, in turns in one process, by threads and share of writes; then what each operation allocates.")
        {
            seconds,
            rounds,
            only,
            sizes,
            mixes,
            check,
        };
        command.SetInterruptibleAction((arguments, cancellation) =>
        {
            var length = new RunLength(TimeSpan.FromSeconds(arguments.GetValue(seconds)), arguments.GetValue(rounds), WarmUp: TimeSpan.FromSeconds(1.2));
            bool IsChosen(string strategy) => strategy.Contains(arguments.GetValue(only)!, StringComparison.OrdinalIgnoreCase);
            var comparisons = arguments.GetValue(sizes) is { Length: > 0 } chosen ? Comparisons.BySize(chosen) : Comparisons.ByThreads(EntriesToGrow);
            if (arguments.GetValue(mixes) is { Length: > 0 } names)
            {
                comparisons = comparisons.Where(comparison => names.Contains(comparison.Setting.Mix.Name, StringComparer.OrdinalIgnoreCase));
            }

            var isFastEnough = ThroughputTable.Print(comparisons, IsChosen, length, Console.Out, cancellation);
            Console.WriteLine();
            var allocatesNothing = AllocationTable.Print(AllocationChecks.All().Where(allocation => IsChosen(allocation.Map)), Console.Out);
            return isFastEnough && allocatesNothing || !arguments.GetValue(check) ? 0 : 1;
        });
        return command;
    }
}

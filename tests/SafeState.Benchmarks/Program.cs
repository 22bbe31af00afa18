using System.CommandLine;
using BenchmarkDotNet.Running;
using SafeState.Benchmarks.Allocations;
using SafeState.Benchmarks.Throughput;

var secondsOption = new Option<double>("--seconds")
{
    Description = "How long each side of a comparison is measured in each round.",
    DefaultValueFactory = _ => 0.2,
};
secondsOption.Validators.Add(result =>
{
    if (result.GetValueOrDefault<double>() <= 0)
    {
        result.AddError("--seconds must be more than 0.");
    }
});

var roundsOption = new Option<int>("--rounds")
{
    Description = "How many rounds the medians are taken of.",
    DefaultValueFactory = _ => 15,
};
roundsOption.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 1)
    {
        result.AddError("--rounds must be at least 1.");
    }
});

var onlyOption = new Option<string>("--only")
{
    Description = "Only the strategies whose name contains this.",
    DefaultValueFactory = _ => "",
};

var checkOption = new Option<bool>("--check")
{
    Description = "Exit with 1 when a target is missed. Wants a machine with two cores and nothing else to do.",
};

var throughput = new Command(
    "throughput",
    "Each strategy against the same code written by hand with the same lock, in turns in one process, by threads and share of writes; then what each operation allocates.")
{
    secondsOption,
    roundsOption,
    onlyOption,
    checkOption,
};
throughput.SetAction(arguments =>
{
    var length = new RunLength(TimeSpan.FromSeconds(arguments.GetValue(secondsOption)), arguments.GetValue(roundsOption), WarmUp: TimeSpan.FromSeconds(1.2));
    bool IsChosen(string strategy) => strategy.Contains(arguments.GetValue(onlyOption)!, StringComparison.OrdinalIgnoreCase);
    var isFastEnough = ThroughputTable.Print(Comparisons.All().Where(comparison => IsChosen(comparison.Facade)), length, Console.Out);
    Console.WriteLine();
    var allocatesNothing = AllocationTable.Print(AllocationChecks.All().Where(check => IsChosen(check.Map)), Console.Out);
    return isFastEnough && allocatesNothing || !arguments.GetValue(checkOption) ? 0 : 1;
});

var operations = new Command("operations", "Single operations with BenchmarkDotNet: time and memory. Takes BenchmarkDotNet's own options, such as --filter '*' or --list flat.")
{
    TreatUnmatchedTokensAsErrors = false,
};
operations.SetAction(arguments =>
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run([.. arguments.UnmatchedTokens]);
});

return new RootCommand("What SafeState costs beside code written by hand. Run in Release.") { throughput, operations }.Parse(args).Invoke();

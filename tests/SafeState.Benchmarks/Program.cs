using System.CommandLine;
using SafeState.Benchmarks.Analyzers;
using SafeState.Benchmarks.Generator;
using SafeState.Benchmarks.Operations;
using SafeState.Benchmarks.Report;
using SafeState.Benchmarks.Snapshots;
using SafeState.Benchmarks.Throughput;

var commands = new RootCommand("What SafeState costs beside code written by hand. Run in Release.")
{
    ThroughputCommand.Create(),
    OperationsCommand.Create(),
    SnapshotsCommand.Create(),
    GeneratorCommand.Create(),
    AnalyzersCommand.Create(),
    ReportCommand.Create(),
};

// A measurement is not broken off in the middle.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
return await commands.Parse(args).InvokeAsync(configuration);

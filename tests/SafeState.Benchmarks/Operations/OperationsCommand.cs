using System.CommandLine;
using BenchmarkDotNet.Running;

namespace SafeState.Benchmarks.Operations;

/// <summary>The command <c>operations</c>.</summary>
internal static class OperationsCommand
{
    public static Command Create()
    {
        var command = new Command("operations", "Single operations with BenchmarkDotNet: time and memory. Takes BenchmarkDotNet's own options, such as --filter '*' or --list flat.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(arguments =>
        {
            BenchmarkSwitcher.FromAssembly(typeof(OperationsCommand).Assembly).Run([.. arguments.UnmatchedTokens]);
        });
        return command;
    }
}

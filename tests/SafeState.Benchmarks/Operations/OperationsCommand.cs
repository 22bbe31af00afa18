using System.CommandLine;
using BenchmarkDotNet.Running;

namespace SafeState.Benchmarks.Operations;

/// <summary>The command <c>operations</c>.</summary>
internal static class OperationsCommand
{
    private static readonly string[] Informs = ["--list", "--info", "--help", "--version"];

    public static Command Create()
    {
        var command = new Command("operations", "Single operations with BenchmarkDotNet: time and memory. Takes BenchmarkDotNet's own options, such as --filter '*' or --list flat.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(arguments =>
        {
            // Without a summary nothing was measured, which is right only where nothing was to be.
            var summaries = BenchmarkSwitcher.FromAssembly(typeof(OperationsCommand).Assembly).Run([.. arguments.UnmatchedTokens]);
            return summaries.Any() || arguments.UnmatchedTokens.Any(Informs.Contains) ? 0 : 1;
        });
        return command;
    }
}

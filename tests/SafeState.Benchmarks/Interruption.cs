using System.CommandLine;

namespace SafeState.Benchmarks;

internal static class Interruption
{
    /// <summary>What shells say of a program that was interrupted.</summary>
    private const int Interrupted = 130;

    /// <summary>An action that Ctrl+C ends at the next measurement.</summary>
    public static void SetInterruptibleAction(this Command command, Func<ParseResult, CancellationToken, int> action) =>
        command.SetAction((arguments, cancellation) => Task.Run(() =>
        {
            using var note = cancellation.Register(static () => Console.Error.WriteLine("Stopping after this measurement."));
            try
            {
                return action(arguments, cancellation);
            }
            catch (Exception) when (cancellation.IsCancellationRequested)
            {
                // Also what a program that was started from here says of having been interrupted.
                Console.Error.WriteLine("Interrupted; nothing was written.");
                return Interrupted;
            }
        }, CancellationToken.None));
}

using Spectre.Console;

namespace Incidents.Running;

/// <summary>Plays incidents one after the other, says how far it is, and ends with the table.</summary>
internal static class Show
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int Cancelled = 130; // What a shell reports for a program stopped by Ctrl+C.

    private const int RedirectedWidth = 140;

    /// <summary>Plays the incidents; the exit code of the program.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<Incident> incidents, TimeSpan duration, CancellationToken cancellation)
    {
        var console = CreateConsole();
        var results = new List<IncidentResult>();
        try
        {
            foreach (var incident in incidents)
            {
                results.Add(await ProgressLog.UseAsync(
                    console, incident.Name, progress => new IncidentRunner(duration, progress).RunAsync(incident, cancellation)));
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            console.WriteLine("Cancelled.");
            return Cancelled;
        }

        console.Write(Report.Render(results));
        return results.TrueForAll(result => result.Passed) ? Success : Failure;
    }

    // A log file should read like a terminal that is wide and has no colours.
    private static IAnsiConsole CreateConsole()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = RedirectedWidth;
        return console;
    }
}

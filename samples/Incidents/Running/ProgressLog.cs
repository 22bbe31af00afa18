using System.Diagnostics;
using Spectre.Console;

namespace Incidents.Running;

/// <summary>Says how far things are: lines that stay, and a status that a terminal overwrites and a log file gets now and then.</summary>
internal sealed class ProgressLog
{
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(5);

    private readonly IAnsiConsole _console;
    private readonly StatusContext? _status;
    private readonly Stopwatch _sinceUpdate = Stopwatch.StartNew();

    private ProgressLog(IAnsiConsole console, StatusContext? status)
    {
        _console = console;
        _status = status;
    }

    /// <summary>Does something that reports its progress.</summary>
    public static Task<T> UseAsync<T>(IAnsiConsole console, string title, Func<ProgressLog, Task<T>> work) =>
        console.Profile.Capabilities.Interactive
            ? console.Status().StartAsync(title, status => work(new ProgressLog(console, status)))
            : work(new ProgressLog(console, null));

    /// <summary>Something that has been shown.</summary>
    public void Write(string line) => _console.WriteLine(line);

    /// <summary>Where things are at the moment.</summary>
    public void Update(string line)
    {
        if (_status is not null)
        {
            _status.Status = Markup.Escape(line);
        }
        else if (_sinceUpdate.Elapsed >= LogInterval)
        {
            _console.WriteLine(line);
            _sinceUpdate.Restart();
        }
    }
}

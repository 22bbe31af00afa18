using System.CommandLine;

namespace SafeState.Benchmarks.Report;

/// <summary>The command <c>report</c>.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var quick = new Option<bool>("--quick") { Description = "Measure for about a minute, to try it out; the numbers show little." };
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "The folder to write benchmarks.md to, and its charts in benchmarks/; the repository's docs unless given.",
        };
        var check = new Option<bool>("--check") { Description = "Exit with 1 when a bar is missed." };
        var command = new Command("report", "Measures everything, and writes docs/benchmarks.md with tables and charts. About twenty-five minutes; wants a machine with nothing else to do.")
        {
            quick,
            output,
            check,
        };
        command.SetInterruptibleAction((arguments, cancellation) =>
        {
            var folder = arguments.GetValue(output)?.FullName ?? FindDocumentation();
            if (folder is null)
            {
                Console.Error.WriteLine("The repository's docs folder is not above this program; say --output.");
                return 2;
            }

            // Before anything is measured: it takes long.
            if (!TryCreate(Path.Combine(folder, "benchmarks"), out var problem))
            {
                Console.Error.WriteLine($"--output: cannot write to '{folder}': {problem}");
                return 2;
            }

            var sections = Measure(arguments.GetValue(quick), folder, cancellation);
            return arguments.GetValue(check) && sections.Any(section => section.Verdicts.Any(verdict => !verdict.IsReached)) ? 1 : 0;
        });
        return command;
    }

    private static Section[] Measure(bool isQuick, string folder, CancellationToken cancellation)
    {
        var extent = isQuick ? Extent.Quick : Extent.Full;
        var progress = new Progress(Console.Error);
        var load = Machine.Load();
        Section[] sections =
        [
            ThroughputSection.Measure(extent, progress, cancellation),
            WaitingSection.Measure(extent, progress, cancellation),
            SnapshotSection.Measure(extent, progress, cancellation),
            AllocationSection.Measure(progress, cancellation),
            GeneratorSection.Measure(extent, progress, cancellation),
            AnalyzersSection.Measure(extent, progress, cancellation),
        ];
        var page = Page.Write(sections, isQuick, load, progress.Elapsed);

        // Only what was measured as a whole is written.
        var charts = new DirectoryInfo(Path.Combine(folder, "benchmarks"));
        foreach (var old in charts.GetFiles("*.svg"))
        {
            old.Delete();
        }

        foreach (var (name, drawing) in sections.SelectMany(section => section.Charts))
        {
            File.WriteAllText(Path.Combine(charts.FullName, name), drawing);
        }

        var path = Path.Combine(folder, "benchmarks.md");
        File.WriteAllText(path, page);
        Console.WriteLine(path);
        return sections;
    }

    private static bool TryCreate(string folder, out string? problem)
    {
        try
        {
            Directory.CreateDirectory(folder);
            problem = null;
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = exception.Message;
            return false;
        }
    }

    private static string? FindDocumentation()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SafeState.sln")))
            {
                return Path.Combine(folder.FullName, "docs");
            }
        }

        return null;
    }
}

using SafeState.Benchmarks.Analyzers;

namespace SafeState.Benchmarks.Report;

/// <summary>What the rules add to a build.</summary>
internal static class AnalyzersSection
{
    private const double Target = 1.1;

    public static Section Measure(Extent extent, Progress progress, CancellationToken cancellation)
    {
        using var project = new ProjectToBuild(extent.BuiltFiles, extent.BuiltHolders, alone: false);
        var times = BuildComparison.Run(project, extent.Builds, step => progress.Report($"builds: {step}"), cancellation);
        return new Section(
            $"""
            ## The rules in a build

            `dotnet build` of a project of {extent.BuiltFiles} files, {extent.BuiltHolders} of them holders, with the rules and without, in turns, {extent.Builds} rounds. The generator runs in both, and so do the analyzers of the SDK. Each build has a
            compiler of its own, which has to load and to compile the rules first; a compiler server does that once.

            {BuildTable.Of(times)}

            """,
            [new($"A build of {extent.BuiltFiles} files with the rules against one without", Numbers.Exact(times.Ratio, 3), $"< {Numbers.Exact(Target, 2)}", times.Ratio < Target)]);
    }
}

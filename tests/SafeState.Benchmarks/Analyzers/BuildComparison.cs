namespace SafeState.Benchmarks.Analyzers;

/// <summary>Builds a project with and without the rules, in turns; who begins changes from round to round.</summary>
internal static class BuildComparison
{
    public static BuildTimes Run(ProjectToBuild project, int rounds, Action<string> report, CancellationToken cancellation)
    {
        var without = new List<BuildTime>();
        var with = new List<BuildTime>();

        // The first build reads everything from the disk.
        report("warm-up");
        project.Build(withRules: true);
        for (var round = 0; round < rounds; round++)
        {
            report($"round {round + 1} of {rounds}");
            foreach (var withRules in round % 2 == 0 ? [false, true] : new[] { true, false })
            {
                cancellation.ThrowIfCancellationRequested();
                (withRules ? with : without).Add(project.Build(withRules));
            }
        }

        return new BuildTimes(without, with);
    }
}

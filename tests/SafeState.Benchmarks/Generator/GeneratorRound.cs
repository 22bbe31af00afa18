using Microsoft.CodeAnalysis;

namespace SafeState.Benchmarks.Generator;

/// <summary>One pass of a contender through all steps.</summary>
internal static class GeneratorRound
{
    /// <returns>The cost per type, step by step.</returns>
    public static IReadOnlyDictionary<string, StepCost> Run(Contender contender, int types, IReadOnlyList<string> steps, CancellationToken cancellation)
    {
        var times = new Dictionary<string, StepCost>();
        var program = new ProgramUnderTest(contender, types, cancellation);
        var driver = program.NewDriver();

        Measure(GeneratorStep.Cold, () => driver = driver.RunGenerators(program.Compilation));
        CheckCold(driver.GetRunResult(), contender, types);

        program.EditBodyElsewhere();
        Measure(GeneratorStep.BodyElsewhere, () => driver = driver.RunGenerators(program.Compilation));

        program.AddMemberElsewhere();
        Measure(GeneratorStep.MemberElsewhere, () => driver = driver.RunGenerators(program.Compilation));

        program.EditOneType();
        Measure(GeneratorStep.EditInOneType, () => driver = driver.RunGenerators(program.Compilation));

        // Holders are no programs without what is generated for them.
        if (steps.Contains(GeneratorStep.Compile) && contender.Role != ContenderRole.Floor)
        {
            driver.RunGeneratorsAndUpdateCompilation(program.Compilation, out var output, out _);
            Measure(GeneratorStep.Compile, () => CheckOutput(output.Emit(Stream.Null), contender));
        }

        return times;

        void Measure(string step, Action action)
        {
            cancellation.ThrowIfCancellationRequested();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var pauses = GC.GetTotalPauseDuration();
            var start = Environment.CpuUsage.TotalTime;
            action();
            var spent = Environment.CpuUsage.TotalTime - start;
            times.Add(step, new StepCost(spent.TotalMicroseconds / types, (GC.GetTotalPauseDuration() - pauses).TotalMicroseconds / types));
        }
    }

    private static void CheckCold(GeneratorDriverRunResult result, Contender contender, int types)
    {
        if (result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning) is { } diagnostic)
        {
            throw new InvalidOperationException($"{contender.Name} reports {diagnostic}.");
        }

        if ((contender.Role == ContenderRole.Floor ? result.GeneratedTrees.Length : result.GeneratedTrees.Sum(tree => tree.Length)) < types)
        {
            throw new InvalidOperationException($"{contender.Name} has generated nothing.");
        }
    }

    private static void CheckOutput(Microsoft.CodeAnalysis.Emit.EmitResult result, Contender contender)
    {
        if (!result.Success)
        {
            throw new InvalidOperationException($"What {contender.Name} generated does not compile: {result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}.");
        }
    }
}

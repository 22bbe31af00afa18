using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Tests.Harness;

/// <summary>What a run of the pipeline had to do again.</summary>
internal static class Incrementality
{
    private static readonly IncrementalStepRunReason[] Idle = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    /// <summary>The names the generator gives its steps, found by reflection so that a new step is tested without being listed.</summary>
    public static IReadOnlyList<string> StepNames { get; } =
        [.. typeof(SharedStateGenerator).Assembly.GetTypes().Where(type => type.Name == "TrackingNames")
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>The generator's own steps in a run; Roslyn's (the compilation itself, say) are its business.</summary>
    public static IEnumerable<(string Name, IncrementalGeneratorRunStep Step)> OwnSteps(GeneratorRunResult run) =>
        from step in run.TrackedSteps
        where StepNames.Contains(step.Key)
        from occurrence in step.Value
        select (step.Key, occurrence);

    public static void AssertNothingRan(GeneratorResult result)
    {
        var outputs = result.Run.TrackedOutputSteps.SelectMany(step => step.Value, (step, occurrence) => (Name: step.Key, Step: occurrence));
        var busy = OwnSteps(result.Run).Concat(outputs)
            .SelectMany(step => step.Step.Outputs, (step, output) => (step.Name, output.Reason))
            .Where(step => !Idle.Contains(step.Reason));
        Assert.True(!busy.Any(), $"These steps ran again: {string.Join(", ", busy)}");
    }
}

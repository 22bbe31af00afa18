using SafeState.Benchmarks.Generator;

namespace SafeState.Benchmarks.Report;

/// <summary>What the generator costs, beside the SDK's own.</summary>
internal static class GeneratorSection
{
    private const int Methods = 2;
    private const double ColdMicroseconds = 200;
    private const double EditMicroseconds = 50;
    private const double Growth = 1.25;

    public static Section Measure(Extent extent, Progress progress, CancellationToken cancellation)
    {
        var contenders = Contenders.All(Methods);
        void Report(string step) => progress.Report($"generators: {step}");

        var edits = new GeneratorComparison(contenders, GeneratorStep.WithoutCompiling).Run(extent.Holders, warmUps: 3, rounds: 5, Report, cancellation);
        var many = new GeneratorComparison(contenders, GeneratorStep.WithoutCompiling).Run(extent.ManyHolders, warmUps: 0, rounds: 3, Report, cancellation);
        var compiled = new GeneratorComparison(contenders, [GeneratorStep.Compile]).Run(extent.CompiledHolders, warmUps: 1, rounds: 3, Report, cancellation);
        var growth = Added(many) / Added(edits);
        return new Section(
            $"""
            ## The generator

            As an editor runs it, through `GeneratorDriver`, on programs with one annotated type per file, a holder with {Methods} methods that open scopes; beside the SDK's own generators on as many types, in turns. The processor's time
            per type, after a warm-up; and how long everything stood still meanwhile for the garbage collector, which has to copy what a compilation keeps. In a program that was edited, every check has been made again or is known to have the same outcome.
            "{Contenders.EmptyFiles}" is a generator that finds the same holders and writes an empty file for each: what the compiler does for any generator of that kind. Some of that grows with the number of types;
            whether SafeState is linear is judged by what it takes beyond.

            {GeneratorTable.Of([.. edits, .. many, .. compiled])}

            """,
            [
                Bar("cold", Of(edits, GeneratorStep.Cold), ColdMicroseconds),
                Bar(GeneratorStep.BodyElsewhere, Of(edits, GeneratorStep.BodyElsewhere), EditMicroseconds),
                Bar(GeneratorStep.MemberElsewhere, Of(edits, GeneratorStep.MemberElsewhere), EditMicroseconds),
                new($"The generator, per holder, beyond what empty files take, {extent.ManyHolders:N0} holders against {extent.Holders:N0}", Numbers.Exact(growth, 2), $"≤ {Growth}", growth <= Growth),
            ]);
    }

    private static double Added(IReadOnlyList<GeneratorRow> rows) => Of(rows, GeneratorStep.Cold) - Of(rows, GeneratorStep.Cold, Contenders.EmptyFiles);

    private static double Of(IReadOnlyList<GeneratorRow> rows, string step, string generator = Contenders.SafeState) =>
        rows.Single(row => row.Generator == generator && row.Step == step).Microseconds;

    private static Verdict Bar(string step, double measured, double target) =>
        new($"The generator, per holder, {step}", $"{Numbers.Exact(measured, 1)} µs", $"≤ {target} µs", measured <= target);
}

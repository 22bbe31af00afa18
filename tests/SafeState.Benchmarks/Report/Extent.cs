using SafeState.Benchmarks.Analyzers;
using SafeState.Benchmarks.Throughput;

namespace SafeState.Benchmarks.Report;

/// <summary>How much is measured, and for how long.</summary>
/// <param name="WarmUp">How long each side runs each kind of mix before anything is measured: it leaves the JIT nothing to improve.</param>
/// <param name="Length">Of the comparisons by threads, which decide most bars.</param>
/// <param name="SizesLength">Of the comparisons by size.</param>
/// <param name="Sizes">How many entries the maps of these have.</param>
/// <param name="EntriesToGrow">How many entries are inserted where threads are compared.</param>
/// <param name="Waiting">How long a writer is watched in each round.</param>
/// <param name="Rounds">How many rounds waiting has.</param>
/// <param name="SnapshotRounds">How many snapshots have: what new memory costs varies, so many.</param>
/// <param name="Holders">How many holders the generator is measured with.</param>
/// <param name="ManyHolders">How many to see whether it takes longer for each of them.</param>
/// <param name="CompiledHolders">How many are compiled with what it generates.</param>
/// <param name="BuiltFiles">How many files a project has that is built with the rules and without.</param>
/// <param name="BuiltHolders">How many of them declare a holder.</param>
/// <param name="Builds">How many rounds of builds there are.</param>
internal sealed record Extent(TimeSpan WarmUp, RunLength Length, RunLength SizesLength, int[] Sizes, int EntriesToGrow, TimeSpan Waiting, int Rounds, int SnapshotRounds, int Holders, int ManyHolders, int CompiledHolders, int BuiltFiles, int BuiltHolders, int Builds)
{
    /// <summary>About twenty-five minutes.</summary>
    public static Extent Full { get; } = new(
        WarmUp: TimeSpan.FromSeconds(0.6),
        new RunLength(TimeSpan.FromSeconds(0.1), Rounds: 9, WarmUp: TimeSpan.FromSeconds(0.2)),
        new RunLength(TimeSpan.FromSeconds(0.1), Rounds: 9, WarmUp: TimeSpan.FromSeconds(0.2)),
        Sizes: [512, 32_768, 1_000_000],
        EntriesToGrow: 100_000,
        Waiting: TimeSpan.FromSeconds(1),
        Rounds: 9,
        SnapshotRounds: 25,
        Holders: 1_000,
        ManyHolders: 10_000,
        CompiledHolders: 100,
        BuiltFiles: ProjectToBuild.UsualFiles,
        BuiltHolders: ProjectToBuild.UsualHolders,
        Builds: 7);

    /// <summary>About a minute. Shows that everything works; its numbers show little.</summary>
    public static Extent Quick { get; } = new(
        WarmUp: TimeSpan.FromSeconds(0.1),
        new RunLength(TimeSpan.FromSeconds(0.01), Rounds: 3, WarmUp: TimeSpan.FromSeconds(0.02)),
        new RunLength(TimeSpan.FromSeconds(0.01), Rounds: 3, WarmUp: TimeSpan.FromSeconds(0.02)),
        Sizes: [512, 32_768],
        EntriesToGrow: 20_000,
        Waiting: TimeSpan.FromSeconds(0.1),
        Rounds: 3,
        SnapshotRounds: 3,
        Holders: 50,
        ManyHolders: 200,
        CompiledHolders: 10,
        BuiltFiles: 20,
        BuiltHolders: 5,
        Builds: 1);
}

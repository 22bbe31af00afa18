using SafeState.Benchmarks.Maps;

namespace SafeState.Benchmarks.Throughput;

/// <summary>A map of SafeState and the same code written by hand, measured in turns under the same operations.</summary>
internal sealed class Comparison
{
    private readonly Side _facade;
    private readonly Side _byHand;

    private Comparison(Side facade, Side byHand, Mix mix, int threads, double target)
    {
        _facade = facade;
        _byHand = byHand;
        Mix = mix;
        Threads = threads;
        Target = target;
    }

    public Mix Mix { get; }

    public int Threads { get; }

    /// <summary>The share of the hand-written throughput to reach.</summary>
    public double Target { get; }

    public string Facade => _facade.Name;

    public string ByHand => _byHand.Name;

    public static Comparison Of<TFacade, TByHand>(Mix mix, int threads, double target)
        where TFacade : struct, IMap<TFacade>
        where TByHand : struct, IMap<TByHand> =>
        new(Side.Of<TFacade>(mix, threads), Side.Of<TByHand>(mix, threads), mix, threads, target);

    /// <summary>Measures both sides, one slice each per round, after a warm-up that leaves the JIT nothing to improve.</summary>
    public ComparisonResult Run(RunLength length)
    {
        _facade.Measure(length.WarmUp);
        _byHand.Measure(length.WarmUp);
        var rounds = Enumerable.Range(0, length.Rounds).Select(_ => new Round(_facade.Measure(length.Slice), _byHand.Measure(length.Slice)));
        return new ComparisonResult(this, [.. rounds]);
    }
}

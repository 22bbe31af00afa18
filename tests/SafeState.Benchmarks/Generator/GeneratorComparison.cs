namespace SafeState.Benchmarks.Generator;

/// <summary>Measures generators beside each other: all of them take turns in every round, after a warm-up.</summary>
internal sealed class GeneratorComparison(IReadOnlyList<Contender> contenders, IReadOnlyList<string> steps)
{
    /// <summary>The rows of all generators, step by step.</summary>
    public IReadOnlyList<GeneratorRow> Run(int types, int warmUps, int rounds, Action<string> report, CancellationToken cancellation)
    {
        var results = contenders.ToDictionary(contender => contender.Name, _ => new List<IReadOnlyDictionary<string, StepCost>>());
        for (var round = -warmUps; round < rounds; round++)
        {
            report($"{types} types, {(round < 0 ? "warm-up" : $"round {round + 1} of {rounds}")}");
            foreach (var contender in contenders)
            {
                var times = GeneratorRound.Run(contender, types, steps, cancellation);
                if (round >= 0)
                {
                    results[contender.Name].Add(times);
                }
            }
        }

        return
        [
            .. from step in steps
               from contender in contenders
               where results[contender.Name].TrueForAll(times => times.ContainsKey(step))
               select new GeneratorRow(
                   contender.Name,
                   types,
                   step,
                   Median.Of(results[contender.Name].Select(times => times[step].Microseconds)),
                   Median.Of(results[contender.Name].Select(times => times[step].Pauses)),
                   Median.Of(results[contender.Name].Select((times, round) => times[step].Microseconds / FastestOfSdk(results, step, round)))),
        ];
    }

    private double FastestOfSdk(Dictionary<string, List<IReadOnlyDictionary<string, StepCost>>> results, string step, int round) => contenders
        .Where(contender => contender.Role == ContenderRole.Peer)
        .Select(peer => results[peer.Name][round][step].Microseconds)
        .DefaultIfEmpty(double.NaN)
        .Min();
}

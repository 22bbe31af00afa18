namespace SafeState.Benchmarks.Throughput;

/// <summary>A share of hand-written throughput that is to be reached.</summary>
/// <param name="Facade">The strategy.</param>
/// <param name="Peers">What is written by hand; of several, the fastest in each round.</param>
/// <param name="Target">The share.</param>
internal sealed record Bar(string Facade, string[] Peers, double Target)
{
    public string PeerNames => Peers.Length == 1 ? Peers[0] : $"the better of {string.Join(" and ", Peers)}";

    /// <summary>Whether somebody takes part in it.</summary>
    public bool Concerns(string side) => side == Facade || Peers.Contains(side);
}

namespace SafeState.Tests.Holders;

/// <summary>A holder of nodes whose values bring their own copy.</summary>
[SharedState(Strategy = Chosen.Strategy)]
public sealed partial class Attic
{
    private readonly Chest _chest = new();
    private readonly List<Chest> _row = [];
}

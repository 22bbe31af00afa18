namespace SafeState.Tests.Holders;

/// <summary>A holder whose first use asks a comparer. Of each <typeparamref name="T"/> another class.</summary>
[SharedState(Strategy = Chosen.Strategy)]
public sealed partial class Wardrobe<T>
{
    private readonly Dictionary<string, List<int>> _shelves = [];

    public Wardrobe(IEqualityComparer<string> comparer) => _shelves = new(comparer) { ["key"] = [1] };
}

namespace SafeState.Tests.Holders;

/// <summary>A holder whose collections are there from the start; what is in them was made by somebody else.</summary>
[SharedState(Strategy = Chosen.Strategy, ScopeAccess = ScopeAccess.Internal)]
public sealed partial class Seeded
{
    private readonly Dictionary<string, List<int>> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, HashSet<string>>> _sets = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<int[]> _rows = [];
    private readonly Queue<Queue<int>> _queues = new();

    public Seeded(List<int> numbers, HashSet<string> set, int[] row, Queue<int> queue)
    {
        _numbers = new(StringComparer.OrdinalIgnoreCase) { ["Key"] = numbers };
        _sets = new(StringComparer.OrdinalIgnoreCase) { ["Key"] = new(StringComparer.OrdinalIgnoreCase) { ["Key"] = set } };
        _rows = [row];
        _queues = new([queue]);
    }
}

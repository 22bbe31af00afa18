namespace SafeState.Tests.Holders;

/// <summary>A holder that is given something in each of its collections.</summary>
[SharedState(Strategy = Chosen.Strategy)]
public sealed partial class FilledBoard
{
    private readonly List<int> _lines = [1];
    private readonly Queue<int> _jobs = new([1]);
    private readonly List<List<int>> _grid = [[1]];
    private readonly Queue<List<int>> _batches = new([[1]]);
    private readonly Dictionary<string, int> _scores = [];
    private readonly Dictionary<string, List<int>> _rows = [];

    public FilledBoard(IEqualityComparer<string> comparer)
    {
        _scores = new(comparer) { ["key"] = 1 };
        _rows = new(comparer) { ["key"] = [1] };
    }
}

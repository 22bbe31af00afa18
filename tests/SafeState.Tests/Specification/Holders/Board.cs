namespace SafeState.Tests.Holders;

/// <summary>A holder with one field of every kind.</summary>
[SharedState(Strategy = Chosen.Strategy, ScopeAccess = ScopeAccess.Internal)]
public sealed partial class Board
{
    private readonly Dictionary<string, int> _scores = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, int> _ranks = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string?> _tags = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string?> _lines = [];
    private readonly Queue<string?> _jobs = new();
    private int _total;
    private Wide _wide;
}

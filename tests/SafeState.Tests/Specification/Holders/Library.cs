namespace SafeState.Tests.Holders;

/// <summary>A holder of collections inside collections.</summary>
[SharedState(Strategy = Chosen.Strategy, ScopeAccess = ScopeAccess.Internal)]
public sealed partial class Library
{
    private readonly Dictionary<string, List<string>> _headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, HashSet<string>> _rooms = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<string>> _mail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, int>> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string[]> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HashSet<string>> _groups = [];
    private readonly Queue<List<string>> _batches = new();
    private readonly Dictionary<string, SortedDictionary<string, List<string[]>>> _deep = new(StringComparer.OrdinalIgnoreCase);
}

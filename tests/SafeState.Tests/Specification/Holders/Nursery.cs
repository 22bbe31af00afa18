namespace SafeState.Tests.Holders;

/// <summary>A holder that is given nodes in fields of each kind, before a map whose comparer may fail and another node.</summary>
[SharedState(Strategy = Chosen.Strategy, ScopeAccess = ScopeAccess.Internal)]
public sealed partial class Nursery
{
    private readonly List<TreeNode> _row = [];
    private readonly Queue<TreeNode> _line = new();
    private readonly Dictionary<string, TreeNode> _named = [];
    private readonly Dictionary<string, List<TreeNode>> _groups = [];
    private readonly Dictionary<string, List<int>> _sizes = [];
    private TreeNode? _first;
    private TreeNode? _last;

    public Nursery(IEqualityComparer<string> comparer, TreeNode? first = null, TreeNode[]? row = null, TreeNode[]? line = null, TreeNode? named = null, TreeNode[]? group = null, TreeNode? last = null)
    {
        _first = first;
        _row = [.. row ?? []];
        _line = new(line ?? []);
        _named = named is null ? [] : new() { ["named"] = named };
        _groups = group is null ? [] : new() { ["group"] = [.. group] };
        _sizes = new(comparer) { ["size"] = [1] };
        _last = last;
    }
}

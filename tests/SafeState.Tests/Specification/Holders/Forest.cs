namespace SafeState.Tests.Holders;

/// <summary>A holder of nodes.</summary>
[SharedState(Strategy = Chosen.Strategy, ScopeAccess = ScopeAccess.Internal)]
public sealed partial class Forest
{
    private readonly TreeNode _root = new("root");
    private readonly Dictionary<string, TreeNode> _trees = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TreeNode> _row = [];
    private readonly Queue<TreeNode> _line = new();
    private TreeNode? _spare;
}

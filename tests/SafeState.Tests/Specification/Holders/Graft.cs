namespace SafeState.Tests.Holders;

/// <summary>A holder that is given a node when it is made.</summary>
[SharedState(Strategy = Chosen.Strategy)]
public sealed partial class Graft
{
    private readonly Dictionary<string, List<int>> _rings = new() { ["oak"] = [1, 2] };
    private readonly Dictionary<string, int> _heights = new() { ["oak"] = 30 };
    private readonly List<string> _notes = ["first"];
    private TreeNode? _tree;

    public Graft(TreeNode tree) => _tree = tree;
}

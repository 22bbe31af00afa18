namespace SafeState.Tests.Holders;

/// <summary>A node whose map of nodes has a comparer of the caller's.</summary>
[StateNode]
public sealed partial class Hedge
{
    private TreeNode? _neighbour;
    private readonly Dictionary<string, TreeNode> _plants = [];

    public Hedge(IEqualityComparer<string> comparer, TreeNode plant, TreeNode? neighbour = null)
    {
        _neighbour = neighbour;
        _plants = new(comparer) { ["plant"] = plant };
    }
}

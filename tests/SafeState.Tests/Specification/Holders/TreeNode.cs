namespace SafeState.Tests.Holders;

/// <summary>A node with a field of every kind.</summary>
[StateNode]
public sealed partial class TreeNode
{
    /// <summary>The key of a group that every node has.</summary>
    public const string First = "first";

    private readonly Dictionary<string, TreeNode> _children = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _notes = [];
    private readonly Dictionary<string, List<TreeNode>> _groups = new(StringComparer.OrdinalIgnoreCase) { [First] = [] };
    private readonly string _name;
    private TreeNode? _next;
    private int _count;

    public TreeNode()
        : this("new")
    {
    }

    public TreeNode(string name, params TreeNode[] children)
    {
        _name = name;
        _children = children.ToDictionary(child => child.Key, StringComparer.OrdinalIgnoreCase);
        _notes = [name];
    }

    public TreeNode(TreeNode next)
    {
        _name = "linked";
        _next = next;
    }

    public TreeNode(List<TreeNode> group)
    {
        _name = "group";
        _groups = new(StringComparer.OrdinalIgnoreCase) { [First] = group };
    }

    /// <summary>What a node is put under by the constructor of its parent: no state, since nobody can change it.</summary>
    [NotState]
    public readonly string Key = "child";
}

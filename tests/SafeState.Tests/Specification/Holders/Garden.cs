namespace SafeState.Tests.Holders;

/// <summary>A holder of nodes that compare by what they are given, and of nodes by such keys.</summary>
[SharedState(Strategy = Chosen.Strategy, ScopeAccess = ScopeAccess.Internal)]
public sealed partial class Garden(IEqualityComparer<string> comparer)
{
    private readonly List<Hedge> _hedges = [];
    private readonly Dictionary<string, TreeNode> _trees = new(comparer);
}

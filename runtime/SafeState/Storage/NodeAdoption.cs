namespace SafeState.Storage;

/// <summary>Takes a tree of nodes in, node by node: a tree may be deeper than the stack.</summary>
internal sealed class NodeAdoption
{
    private readonly List<INodeField> _claimed = [];

    /// <summary>Takes part in it: <paramref name="node"/>, which was taken hold of, is filled after those before it, or let go with them.</summary>
    public void Add(INodeField node) => _claimed.Add(node);

    /// <summary>Fills <paramref name="node"/>, which was taken hold of, and all nodes in it; or lets all of them go.</summary>
    public static void Run(INodeField node)
    {
        var adoption = new NodeAdoption();
        adoption.Add(node);
        var claimed = adoption._claimed;
        try
        {
            for (var index = 0; index < claimed.Count; index++)
            {
                claimed[index].Fill(adoption);
            }
        }
        catch
        {
            claimed.ForEach(one => one.Abandon());
            throw;
        }
    }
}

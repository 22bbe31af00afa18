namespace SafeState.Storage;

/// <summary>Takes a tree of nodes in, node by node: a tree may be deeper than the stack.</summary>
internal static class NodeAdoption
{
    // The nodes that the adoption under way on this thread has taken hold of. Those that a node brings along join it.
    [ThreadStatic]
    private static List<INodeField>? _claimed;

    /// <summary>Whether this thread is taking a tree of nodes in.</summary>
    public static bool IsUnderWay => _claimed is not null;

    /// <summary>Fills <paramref name="node"/>, which was taken hold of, and all nodes in it; or lets all of them go.</summary>
    public static void Run(INodeField node)
    {
        if (_claimed is { } underWay)
        {
            underWay.Add(node);
            return;
        }

        var claimed = new List<INodeField> { node };
        _claimed = claimed;
        try
        {
            for (var index = 0; index < claimed.Count; index++)
            {
                claimed[index].Fill();
            }
        }
        catch
        {
            claimed.ForEach(one => one.Abandon());
            throw;
        }
        finally
        {
            _claimed = null;
        }
    }
}

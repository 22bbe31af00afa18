using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>A field that holds one node, or none: in a holder or in another node.</summary>
/// <typeparam name="TNode">The node class.</typeparam>
/// <typeparam name="TSnapshot">The snapshot of the node.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NodeSlot<TNode, TSnapshot> : StateField<NodePart<TSnapshot>>
    where TNode : class
    where TSnapshot : StateImage
{
    internal NodeSlot(StateCore core, TNode? seed, NodeShape<TNode, TSnapshot> nodes, bool mayBeEmpty, string name)
        : base(core, mayBeEmpty ? core : seed, name)
    {
        Nodes = nodes;
        Node = seed is null ? null : nodes.Adopt(seed);
        Node?.Attach(this);
        CoreCreation.WhenFailed(Release);
    }

    internal NodeSlot(StateField<TSnapshot>? node, NodeShape<TNode, TSnapshot> nodes)
    {
        Nodes = nodes;
        Node = node;
        Node?.Attach(this);
    }

    /// <summary>Read and changed under the lock only, or read when frozen.</summary>
    internal StateField<TSnapshot>? Node { get; private set; }

    internal NodeShape<TNode, TSnapshot> Nodes { get; }

    internal override bool HasInner => true;

    internal override void CollectInner(Stack<StateField> inner)
    {
        if (Node is not null)
        {
            inner.Push(Node);
        }
    }

    /// <summary>Puts a node, or none, in the place of the one that is there. Needs the write lock.</summary>
    internal void Replace(StateField<TSnapshot>? replacement)
    {
        var previous = Node;
        if (previous is null && replacement is null)
        {
            return;
        }

        Node = replacement;
        replacement?.Attach(this);
        previous?.Release();
        MarkChanged();
    }

    private protected override NodePart<TSnapshot> CopySnapshot() => new(Node?.GetSnapshotUnderLock());
}

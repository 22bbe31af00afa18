using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>Fields of nodes that hold one node, or none. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SlotShape<TNode, TSnapshot>(NodeShape<TNode, TSnapshot> nodes, bool mayBeEmpty) : ValueShape<TNode?, NodePart<TSnapshot>>
    where TNode : class
    where TSnapshot : StateImage
{
    internal override bool AcceptsNull => mayBeEmpty;

    internal override StateField<NodePart<TSnapshot>> Adopt(TNode? value, NodeAdoption? adoption = null) =>
        new NodeSlot<TNode, TSnapshot>(value is null ? null : nodes.Adopt(value, adoption), nodes);

    internal override StateField<NodePart<TSnapshot>> Adopt(NodePart<TSnapshot> snapshot, NodeAdoption? adoption = null) =>
        new NodeSlot<TNode, TSnapshot>(snapshot.Value is null ? null : nodes.Adopt(snapshot.Value, adoption), nodes);

    internal override StateField<NodePart<TSnapshot>> CreateEmpty() => new NodeSlot<TNode, TSnapshot>(null, nodes);

    internal override TNode? Copy(NodePart<TSnapshot> snapshot) => snapshot.Value is null ? null : nodes.Copy(snapshot.Value);
}

using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>Nodes of one class. Used by generated code.</summary>
/// <param name="fieldOf">What is behind a node.</param>
/// <param name="copy">A new node that is a copy of a snapshot, and takes in what is in that later.</param>
/// <param name="create">A new and empty node; null if the class has no constructor without parameters.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NodeShape<TNode, TSnapshot>(Func<TNode, NodeField<TSnapshot>> fieldOf, Func<TSnapshot, TNode> copy, Func<TNode>? create) : ValueShape<TNode, TSnapshot>
    where TNode : class
    where TSnapshot : StateImage
{
    /// <summary>A new node that is a copy at every depth, and free. It is complete at once: what happens to values that bring their own copy is nothing to it any more.</summary>
    public TNode ToNode(TSnapshot snapshot)
    {
        var node = copy(snapshot);
        fieldOf(node).Complete();
        return node;
    }

    internal override StateField<TSnapshot> Adopt(TNode value, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        var field = fieldOf(value);
        field.Adopt(adoption);
        return field;
    }

    internal override StateField<TSnapshot> Adopt(TSnapshot snapshot, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return Adopt(copy(snapshot), adoption);
    }

    internal override StateField<TSnapshot> CreateEmpty() => Adopt(create!());

    internal override TNode Copy(TSnapshot snapshot) => ToNode(snapshot);
}

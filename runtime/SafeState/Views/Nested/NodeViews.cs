using System.ComponentModel;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState.Views;

/// <summary>What fields that hold one node do inside scopes. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NodeViews
{
    /// <summary>The node to read, if there is one.</summary>
    public static bool TryRead<TNode, TSnapshot>(HeldValue<NodePart<TSnapshot>> field, out HeldValue<TSnapshot> node)
        where TNode : class
        where TSnapshot : StateImage
    {
        if (field.Snapshot is { } part)
        {
            node = part.Value is null ? default : new HeldValue<TSnapshot>(part.Value);
            return part.Value is not null;
        }

        var current = ((NodeSlot<TNode, TSnapshot>)field.Field!).Node;
        node = current is null ? default : new HeldValue<TSnapshot>(current);
        return current is not null;
    }

    /// <summary>The node to read.</summary>
    /// <param name="field">What may hold it.</param>
    /// <param name="name">The field's name, for messages, if there may be none.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static HeldValue<TSnapshot> Read<TNode, TSnapshot>(HeldValue<NodePart<TSnapshot>> field, string name = "")
        where TNode : class
        where TSnapshot : StateImage => TryRead<TNode, TSnapshot>(field, out var node) ? node : throw NoNode<TNode>(name);

    /// <summary>The node to edit, if there is one.</summary>
    public static bool TryEdit<TNode, TSnapshot>(EditedValue<NodePart<TSnapshot>> field, out EditedValue<TSnapshot> node)
        where TNode : class
        where TSnapshot : StateImage
    {
        var current = Slot<TNode, TSnapshot>(field).Node;
        node = current is null ? default : new EditedValue<TSnapshot>(current, field.Ticket);
        return current is not null;
    }

    /// <summary>The node to edit.</summary>
    /// <param name="field">What may hold it.</param>
    /// <param name="name">The field's name, for messages, if there may be none.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static EditedValue<TSnapshot> Edit<TNode, TSnapshot>(EditedValue<NodePart<TSnapshot>> field, string name = "")
        where TNode : class
        where TSnapshot : StateImage => TryEdit<TNode, TSnapshot>(field, out var node) ? node : throw NoNode<TNode>(name);

    /// <summary>Puts a node in the place of the one that is there, or takes it out.</summary>
    /// <exception cref="InvalidOperationException">The node is in another place.</exception>
    public static void Set<TNode, TSnapshot>(EditedValue<NodePart<TSnapshot>> field, TNode? node)
        where TNode : class
        where TSnapshot : StateImage
    {
        var slot = Slot<TNode, TSnapshot>(field);
        slot.Replace(node is null ? null : slot.Nodes.Adopt(node));
    }

    private static NodeSlot<TNode, TSnapshot> Slot<TNode, TSnapshot>(EditedValue<NodePart<TSnapshot>> field)
        where TNode : class
        where TSnapshot : StateImage => (NodeSlot<TNode, TSnapshot>)field.Demand();

    private static InvalidOperationException NoNode<TNode>(string name) => new(
        $"There is no {typeof(TNode).Name} in '{name}' now. When that may be so, use 'TryGet(out var node)' instead of 'Value', or put one there with 'Set' in a write scope.");
}

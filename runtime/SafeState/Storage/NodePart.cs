using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>The snapshot of a field that holds one node. Used by generated code.</summary>
/// <param name="value">The snapshot of the node, or null if there is none.</param>
/// <typeparam name="TSnapshot">The snapshot of the node.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NodePart<TSnapshot>(TSnapshot? value)
    where TSnapshot : StateImage
{
    /// <summary>The snapshot of the node, or null if there is none.</summary>
    public TSnapshot? Value { get; } = value;
}

using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage;
using SafeState.Views;

namespace SafeState;

/// <summary>A field of a holder that holds one node, seen from outside: every member is one atomic operation. The members that only read.</summary>
/// <remarks>Inside a scope of the holder on the same thread they throw <see cref="LockRecursionException"/>.</remarks>
/// <typeparam name="TNode">The node class.</typeparam>
/// <typeparam name="TSnapshot">The immutable snapshot of a node.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
[DebuggerDisplay("{Slot.Name,nq}")]
public abstract class ReadOnlyNodeFacade<TNode, TSnapshot, TGate>
    where TNode : class
    where TSnapshot : StateImage
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a field that holds one node.</summary>
    protected ReadOnlyNodeFacade(StateCore<TGate> core, TNode? seed, NodeShape<TNode, TSnapshot> nodes, bool mayBeEmpty, string name)
    {
        Core = core;
        Slot = new NodeSlot<TNode, TSnapshot>(core, seed, nodes, mayBeEmpty, name);
    }

    private protected StateCore<TGate> Core { get; }

    private protected NodeSlot<TNode, TSnapshot> Slot { get; }

    /// <summary>The field inside a read scope. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public HeldValue<NodePart<TSnapshot>> __SafeRead(ReadTicket ticket)
    {
        ticket.ThrowIfNotOf(Core);
        return ticket.Image is { } image ? new((NodePart<TSnapshot>)image.Parts[Slot.Index]) : new(Slot);
    }

    /// <summary>The field inside a write scope. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public EditedValue<NodePart<TSnapshot>> __SafeEdit(WriteTicket ticket)
    {
        ticket.ThrowIfNotOf(Core);
        return new(Slot, ticket);
    }

    /// <summary>The snapshot of the node, or null if there is none.</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    protected TSnapshot? TakeSnapshot()
    {
        if (TGate.PublishesImages)
        {
            return (Slot.Offered ?? PublishedPart()).Value;
        }

        if (Slot.CachedSnapshot is { } cached)
        {
            Core.ThrowIfHeld();
            return cached.Value;
        }

        return Core.TakeSnapshot(Slot).Value;
    }

    // The core puts this field's snapshot at this field's index and nothing else: the cast needs no check.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private NodePart<TSnapshot> PublishedPart() => Unsafe.As<NodePart<TSnapshot>>(Core.PublishedImage().Parts[Slot.Index]);
}

/// <summary>A field of a holder that holds one node, seen from outside: every member is one atomic operation, visible to others when it returns.</summary>
/// <remarks>Inside a scope of the holder on the same thread they throw <see cref="LockRecursionException"/>, on a frozen holder those that write <see cref="InvalidOperationException"/>.</remarks>
/// <typeparam name="TNode">The node class.</typeparam>
/// <typeparam name="TSnapshot">The immutable snapshot of a node.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
public abstract class NodeFacade<TNode, TSnapshot, TGate> : ReadOnlyNodeFacade<TNode, TSnapshot, TGate>
    where TNode : class
    where TSnapshot : StateImage
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a field that holds one node.</summary>
    protected NodeFacade(StateCore<TGate> core, TNode? seed, NodeShape<TNode, TSnapshot> nodes, bool mayBeEmpty, string name)
        : base(core, seed, nodes, mayBeEmpty, name)
    {
    }

    /// <summary>Puts a node, or none, in the place of the one that is there.</summary>
    protected void Put(TNode? node)
    {
        var adopted = node is null ? null : Slot.Nodes.Adopt(node);
        try
        {
            using var writing = Core.Write();
            Slot.Replace(adopted);
        }
        catch
        {
            adopted?.Discard();
            throw;
        }
    }
}

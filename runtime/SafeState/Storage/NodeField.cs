using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>What is behind a node: its collections and other nodes, and where the node is. Generated code derives one per node class and keeps it private.</summary>
/// <remarks>
/// A node is in one place at a time, or free. What is in it stays in it when it is taken out. Until it is first put somewhere, what is in it
/// is what its constructor left in its fields, or what is in the snapshot of which it is a copy.
/// </remarks>
/// <typeparam name="TSnapshot">The snapshot of the node.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NodeField<TSnapshot> : StateField<TSnapshot>, INodeField
    where TSnapshot : StateImage
{
    private readonly List<StateField> _inner = [];
    private TSnapshot? _origin;
    private NodeAdoption? _adoption;
    private bool _isFilled;
    private int _isClaimed;

    /// <summary>Makes what is behind a node.</summary>
    /// <param name="origin">The snapshot of which the node is a copy, if it is one.</param>
    protected NodeField(TSnapshot? origin) => _origin = origin;

    internal sealed override bool HasInner => true;

    internal sealed override bool KeepsInner => true;

    /// <summary>Makes what is in the node, one <see cref="Take"/> after the other, in the order of the snapshot's parts.</summary>
    /// <param name="origin">The snapshot of which the node is a copy, if it is one.</param>
    protected abstract void Fill(TSnapshot? origin);

    /// <summary>Makes the snapshot of the node; called under the lock.</summary>
    /// <param name="parts">The snapshots of what is in it, in the order in which they were taken in.</param>
    protected abstract TSnapshot CreateSnapshot(ImageParts parts);

    /// <summary>Takes in what a field of the node began with, or what the snapshot has for it.</summary>
    /// <param name="snapshot">What the snapshot has, if the node is a copy.</param>
    /// <param name="seed">What the field began with.</param>
    /// <param name="shape">How it lives in a holder.</param>
    /// <param name="name">Node class and field, for messages.</param>
    protected StateField<TShared> Take<TDeclared, TShared>(TShared? snapshot, TDeclared seed, ValueShape<TDeclared, TShared> shape, string name)
        where TShared : class
    {
        if (snapshot is null && seed is null && !shape.AcceptsNull)
        {
            throw new InvalidOperationException($"'{name}' was null when its node was first put into a holder. Give it a value in its declaration or in the constructor.");
        }

        var taken = snapshot is null ? shape.Adopt(seed, _adoption) : shape.Adopt(snapshot, _adoption);
        taken.Attach(this);
        _inner.Add(taken);
        return taken;
    }

    internal sealed override void CollectInner(Stack<StateField> inner) => _inner.ForEach(inner.Push);

    internal sealed override void Offer()
    {
    }

    internal sealed override void Withdraw()
    {
    }

    /// <summary>Takes hold of a free node and makes what is in it, and in the nodes in it, before any lock is taken.</summary>
    /// <param name="adoption">What takes in the node that it is in, if it is in one: it is filled then by that.</param>
    /// <exception cref="InvalidOperationException">It, or a node in it, is in another place.</exception>
    internal void Adopt(NodeAdoption? adoption)
    {
        // An exchange: two threads may want it, for two holders.
        if (Interlocked.CompareExchange(ref _isClaimed, 1, 0) != 0)
        {
            throw new InvalidOperationException(
                $"This node is in '{Name}', and a node can be in one place only. Take it out there first, or put in a copy: 'snapshot.ToNode()'.");
        }

        if (adoption is null)
        {
            NodeAdoption.Run(this);
        }
        else
        {
            adoption.Add(this);
        }
    }

    /// <summary>Makes what is in a new node, and in the nodes in it, which stays free.</summary>
    internal void Complete()
    {
        Adopt(adoption: null);
        Release();
    }

    void INodeField.Fill(NodeAdoption adoption)
    {
        if (_isFilled)
        {
            return;
        }

        _adoption = adoption;
        try
        {
            Fill(_origin);
        }
        finally
        {
            _adoption = null;
        }

        _origin = null;
        _isFilled = true;
    }

    void INodeField.Abandon()
    {
        if (!_isFilled)
        {
            _inner.Clear();
        }

        Release();
    }

    private protected sealed override void Free() => Volatile.Write(ref _isClaimed, 0);

    private protected sealed override TSnapshot CopySnapshot()
    {
        var parts = new object[_inner.Count];
        for (var index = 0; index < parts.Length; index++)
        {
            parts[index] = _inner[index].TakeSnapshot();
        }

        return CreateSnapshot(new ImageParts(parts));
    }
}

using System.ComponentModel;

namespace SafeState.Infrastructure;

/// <summary>One collection of a holder, in a field or inside another collection: what facade, views and the holder's core share.</summary>
/// <remarks>
/// Those of a holder form a tree. A change climbs it to drop the snapshots above; what is taken out loses its core, so that a view
/// of it that is still at hand is told from one that may write.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StateField
{
    private readonly string? _name;
    private readonly int _index = -1;
    private StateCore? _core;
    private StateField? _parent;

    /// <summary>Makes the field of a holder.</summary>
    private protected StateField(StateCore core, object? seed, string name)
    {
        _name = name;
        _core = core;
        if (seed is null)
        {
            throw new InvalidOperationException(
                $"'{name}' was null when its holder was first used. Give it a collection in its declaration, or in the constructor before the holder's members are used.");
        }

        _index = core.Register(this);
    }

    /// <summary>Makes one that belongs to nobody until <see cref="Attach"/> puts it inside another.</summary>
    private protected StateField()
    {
    }

    /// <summary>Holder and field, for messages.</summary>
    internal string Name
    {
        get
        {
            var root = this;
            while (root._parent is { } parent)
            {
                root = parent;
            }

            return root._name ?? "a tree outside holders";
        }
    }

    internal int Index => _index;

    /// <summary>The core of the holder it is in, directly or not; null outside holders.</summary>
    internal StateCore? Home => _core;

    /// <summary>Whether there may be collections inside this one.</summary>
    internal virtual bool HasInner => false;

    /// <summary>Whether what is inside stays inside when this is taken out: true for what may be put somewhere else again.</summary>
    internal virtual bool KeepsInner => false;

    /// <summary>Whether a snapshot was taken since the last change.</summary>
    internal abstract bool HasSnapshot { get; }

    /// <summary>The cached snapshot, or a new one. Needs the lock, shared or not.</summary>
    internal abstract object TakeSnapshot();

    /// <summary>
    /// Offers the snapshot, if there is one, to readers that take no lock. Under the write lock, when the holder's image is
    /// published; or when the holder is frozen.
    /// </summary>
    internal abstract void Offer();

    /// <summary>
    /// Withdraws what <see cref="Offer"/> offered: readers without a lock now ask the core, which tells a writer's own thread
    /// from others, and never hands out less than the published image. Needs the write lock.
    /// </summary>
    internal abstract void Withdraw();

    /// <summary>Makes what can be made to look things up more quickly in a collection that does not change any more; to be offered then. When the holder is frozen.</summary>
    internal virtual void Settle()
    {
    }

    /// <summary>From here on the snapshot is taken anew. Needs the write lock, or the stripe that changed.</summary>
    internal abstract void DropSnapshot();

    /// <summary>Says that the field changed: its snapshot is dropped and the open scope counts as a change. Needs the write lock.</summary>
    internal abstract void MarkChanged();

    /// <summary>Adds the collections directly inside this one to <paramref name="inner"/>.</summary>
    internal virtual void CollectInner(Stack<StateField> inner)
    {
    }

    /// <summary>Puts this, which is in nothing, inside <paramref name="parent"/>. Needs the write lock of the parent's holder.</summary>
    internal void Attach(StateField parent)
    {
        _parent = parent;
        if (parent._core is { } core)
        {
            Enter(core);
        }
    }

    /// <summary>Takes this out of what it is in. Needs the write lock.</summary>
    internal void Release()
    {
        if (!HasInner)
        {
            _core = null;
            _parent = null;
            return;
        }

        var rest = new Stack<(StateField Field, bool IsFree)>();
        var inner = new Stack<StateField>();
        var freed = new List<StateField>();
        rest.Push((this, true));
        while (rest.TryPop(out var next))
        {
            var (field, isFree) = next;
            field.CollectInner(inner);
            while (inner.TryPop(out var child))
            {
                rest.Push((child, isFree && !field.KeepsInner));
            }

            field._core = null;
            if (isFree)
            {
                field._parent = null;
                freed.Add(field);
            }
        }

        // Last: from now on another holder may take them.
        freed.ForEach(static field => field.Free());
    }

    /// <summary>Gives up what was adopted, if it was not put into anything. By whoever adopted it, when that failed or was not needed.</summary>
    internal void Discard()
    {
        if (_parent is null)
        {
            Release();
        }
    }

    /// <summary>Lets others have what was taken out.</summary>
    private protected virtual void Free()
    {
    }

    /// <summary>Takes the snapshots of all that is inside, without a call within a call for each depth.</summary>
    private protected void TakeInnerSnapshots()
    {
        var rest = new Stack<StateField>();
        var inner = new Stack<StateField>();
        CollectInner(rest);
        while (rest.TryPeek(out var next))
        {
            var depth = rest.Count;
            if (!next.HasSnapshot)
            {
                next.CollectInner(inner);
                while (inner.TryPop(out var field))
                {
                    if (!field.HasSnapshot)
                    {
                        rest.Push(field);
                    }
                }
            }

            // Nothing further in is missing.
            if (rest.Count == depth)
            {
                next.TakeSnapshot();
                rest.Pop();
            }
        }
    }

    /// <summary>Drops the snapshots of all that this is inside.</summary>
    /// <remarks>A snapshot is made of those inside it: where there is none, there is none further up.</remarks>
    private protected void DropSnapshotsAbove()
    {
        for (var field = _parent; field is not null && field.TryDropSnapshot(); field = field._parent)
        {
        }
    }

    /// <summary>Drops the snapshot.</summary>
    /// <returns>Whether there was one.</returns>
    private protected abstract bool TryDropSnapshot();

    private void Enter(StateCore core)
    {
        if (!HasInner)
        {
            _core = core;
            return;
        }

        var rest = new Stack<StateField>();
        rest.Push(this);
        while (rest.TryPop(out var field))
        {
            field._core = core;
            field.CollectInner(rest);
        }
    }
}

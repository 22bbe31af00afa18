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
    private bool _wasAttached;

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

            return root._name ?? "a collection of no holder";
        }
    }

    internal int Index => _index;

    /// <summary>The core of the holder it is in, directly or not; null outside holders.</summary>
    internal StateCore? Home => _core;

    /// <summary>Whether there may be collections inside this one.</summary>
    internal virtual bool HasInner => false;

    /// <summary>Whether what is inside stays inside when this is taken out: true for what may be put somewhere else again.</summary>
    internal virtual bool KeepsInner => false;

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

    /// <summary>From here on the snapshot is taken anew. Needs the write lock, or the stripe that changed.</summary>
    internal abstract void DropSnapshot();

    /// <summary>Says that the field changed: its snapshot is dropped and the open scope counts as a change. Needs the write lock.</summary>
    internal abstract void MarkChanged();

    /// <summary>Adds the collections directly inside this one to <paramref name="inner"/>.</summary>
    internal virtual void CollectInner(Stack<StateField> inner)
    {
    }

    /// <summary>Puts this inside <paramref name="parent"/>. Needs the write lock of the parent's holder.</summary>
    /// <exception cref="InvalidOperationException">It is inside something already.</exception>
    internal void Attach(StateField parent)
    {
        // An exchange, because the holder it may be in has another lock.
        if (Interlocked.CompareExchange(ref _parent, parent, null) is not null || _core is not null)
        {
            throw new InvalidOperationException(
                $"What is to be put into '{parent.Name}' is in '{Name}' already, and can be in one place only. Take it out there first, or put in a copy.");
        }

        _wasAttached = true;
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
            Volatile.Write(ref _parent, null);
            return;
        }

        var rest = new Stack<(StateField Field, bool IsFree)>();
        var inner = new Stack<StateField>();
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
                // Last, since from now on another holder may take it.
                Volatile.Write(ref field._parent, null);
            }
        }
    }

    /// <summary>Gives up what was made to be put in and was not. May be called without the lock, by whoever made it.</summary>
    internal void Discard()
    {
        if (!_wasAttached && !KeepsInner)
        {
            Release();
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

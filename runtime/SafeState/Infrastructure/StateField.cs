using System.ComponentModel;

namespace SafeState.Infrastructure;

/// <summary>One collection of a holder: what its facade, its views and the holder's core share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StateField
{
    private readonly StateCore _core;
    private readonly int _index;

    private protected StateField(StateCore core, object? seed, string name)
    {
        Name = name;
        _core = core;
        if (seed is null)
        {
            throw new InvalidOperationException(
                $"'{name}' was null when its holder was first used. Give it a collection in its declaration, or in the constructor before the holder's members are used.");
        }

        _index = core.Register(this);
    }

    /// <summary>Holder and field, for messages.</summary>
    internal string Name { get; }

    internal int Index => _index;

    private protected StateCore Owner => _core;

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

    /// <summary>Says that the field changed: its snapshot is dropped and the open scope counts as a change. Needs the write lock.</summary>
    internal abstract void MarkChanged();
}

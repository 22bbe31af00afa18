using System.ComponentModel;

namespace SafeState.Infrastructure;

/// <summary>What a read scope holds on to. Only a core makes one. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ReadTicket
{
    private readonly StateCore? _core;

    internal ReadTicket(StateCore core, StateImage? image, long gateTicket)
    {
        _core = core;
        Image = image;
        GateTicket = gateTicket;
    }

    /// <summary>Whether the scope was entered.</summary>
    public bool Entered => _core is not null;

    /// <summary>The core of the scope's holder, or <see langword="null"/> when the scope was not entered.</summary>
    public StateCore? Core => _core;

    /// <summary>The image to read, for strategies that publish one; else <see langword="null"/>, and the state itself is read under the lock.</summary>
    public StateImage? Image { get; }

    internal long GateTicket { get; }

    /// <summary>The core of the scope's holder.</summary>
    /// <param name="holder">The holder's name.</param>
    /// <exception cref="InvalidOperationException">The scope was not entered.</exception>
    public StateCore Demand(string holder) => _core ?? throw StateCore.NotEntered(holder);

    internal void ThrowIfNotOf(StateCore core)
    {
        if (!ReferenceEquals(_core, core))
        {
            throw StateCore.NotEntered(core.Holder);
        }
    }
}

/// <summary>What a write scope holds on to. Only a core makes one. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct WriteTicket
{
    private readonly StateCore? _core;

    internal WriteTicket(StateCore core, long value)
    {
        _core = core;
        Value = value;
    }

    /// <summary>Whether the scope was entered.</summary>
    public bool Entered => _core is not null;

    /// <summary>The core of the scope's holder, or <see langword="null"/> when the scope was not entered.</summary>
    public StateCore? Core => _core;

    internal long Value { get; }

    /// <summary>The core of the scope's holder, for access to its state.</summary>
    /// <param name="holder">The holder's name.</param>
    /// <exception cref="InvalidOperationException">The scope was not entered.</exception>
    /// <exception cref="ObjectDisposedException">The scope was left.</exception>
    public StateCore Demand(string holder)
    {
        var core = _core ?? throw StateCore.NotEntered(holder);
        ThrowIfStale();
        return core;
    }

    /// <summary>Refuses a scope or a view that is used after its scope was left.</summary>
    /// <exception cref="ObjectDisposedException">The scope was left.</exception>
    internal void ThrowIfStale()
    {
        if (_core is null || !_core.IsCurrent(Value))
        {
            ThrowStale(_core);
        }
    }

    /// <summary>Refuses a view whose scope was left, or whose collection was taken out of the holder.</summary>
    /// <exception cref="ObjectDisposedException">The scope was left.</exception>
    /// <exception cref="InvalidOperationException">The collection is not in the holder any more.</exception>
    internal void ThrowIfStale(StateField field)
    {
        ThrowIfStale();
        if (!ReferenceEquals(field.Home, _core))
        {
            ThrowRemoved(_core!);
        }
    }

    /// <summary>Says that the scope changed something, so that its end makes a new version.</summary>
    public void MarkChanged() => _core!.MarkChanged();

    internal void ThrowIfNotOf(StateCore core)
    {
        if (!ReferenceEquals(_core, core))
        {
            throw StateCore.NotEntered(core.Holder);
        }

        ThrowIfStale();
    }

    private static void ThrowStale(StateCore? core) => throw (core is null
        ? StateCore.NotEntered("the holder")
        : new ObjectDisposedException(
            core.Holder,
            $"A write scope of '{core.Holder}' was used after it was left. Hold it with one 'using' and use it only inside that block."));

    private static void ThrowRemoved(StateCore core) => throw new InvalidOperationException(
        $"This part of '{core.Holder}' was removed or replaced after the view of it was taken. Take the view again from where it is now.");
}

using SafeState.Gates.ReaderWriter;
using SafeState.Gates.Striped;

namespace SafeState.Gates;

/// <summary>
/// The gate of <see cref="Strategy.Striped"/>: one thread at a time for everything but operations on one key of a hash map, which
/// pass by, to a stripe of that map.
/// </summary>
public struct StripedGate : IGate<StripedGate>
{
    private string _holder;
    private SoleTicket _ticket;

    /// <inheritdoc/>
    public static bool PublishesImages => false;

    /// <inheritdoc/>
    public static bool CanFreeze => false;

    /// <inheritdoc/>
    public readonly bool IsFrozen => false;

    /// <inheritdoc/>
    public readonly bool IsHeldByCurrentThread => Stripes.IsHeldByCurrentThread;

    /// <inheritdoc/>
    public readonly bool IsWriteHeldByCurrentThread => Stripes.IsWholeHeldByCurrentThread;

    internal StripeSet Stripes { get; private init; }

    /// <inheritdoc/>
    public static StripedGate Create(string holder) => new() { _holder = holder, Stripes = new StripeSet(holder) };

    /// <inheritdoc/>
    public long EnterRead()
    {
        Stripes.EnterWhole();
        return _ticket.Issue();
    }

    /// <inheritdoc/>
    public bool TryEnterRead(TimeSpan timeout, out long ticket)
    {
        if (!Stripes.TryEnterWhole(timeout))
        {
            ticket = 0;
            return false;
        }

        ticket = _ticket.Issue();
        return true;
    }

    /// <inheritdoc/>
    public void ExitRead(long ticket)
    {
        _ticket.Return(ticket, _holder);
        Stripes.ExitWhole();
    }

    readonly ReadPass IGate<StripedGate>.EnterOperation()
    {
        Stripes.EnterWhole();
        return default;
    }

    readonly void IGate<StripedGate>.ExitOperation(ReadPass pass) => Stripes.ExitWhole();

    /// <inheritdoc/>
    public readonly void EnterWrite() => Stripes.EnterWhole();

    /// <inheritdoc/>
    public readonly bool TryEnterWrite(TimeSpan timeout) => Stripes.TryEnterWhole(timeout);

    /// <inheritdoc/>
    public readonly void ExitWrite() => Stripes.ExitWhole();

    /// <inheritdoc/>
    public readonly void Freeze() => throw GateErrors.CannotFreeze(_holder);
}

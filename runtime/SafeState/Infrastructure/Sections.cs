using SafeState.Gates;
using SafeState.Gates.ReaderWriter;
using SafeState.Gates.Striped;

namespace SafeState.Infrastructure;

/// <summary>One reading operation of a facade, from entering the gate to leaving it: <c>using var reading = core.Read();</c></summary>
internal readonly ref struct ReadSection<TGate>
    where TGate : struct, IGate<TGate>
{
    private readonly StateCore<TGate> _core;
    private readonly ReadPass _pass;

    public ReadSection(StateCore<TGate> core)
    {
        _core = core;
        _pass = core.Gate.EnterOperation();
    }

    public void Dispose() => _core.Gate.ExitOperation(_pass);
}

/// <summary>One changing operation of a facade, from entering the gate to leaving it: <c>using var writing = core.Write();</c></summary>
internal readonly ref struct WriteSection<TGate>
    where TGate : struct, IGate<TGate>
{
    private readonly StateCore<TGate> _core;

    public WriteSection(StateCore<TGate> core)
    {
        _core = core;
        core.BeginWrite();
    }

    public void Dispose() => _core.EndWrite();
}

/// <summary>
/// One changing operation of a facade on one key, from entering to leaving: <c>using var writing = core.WriteKey(table, hashCode);</c> It
/// takes the gate, or no more than the key's stripe where there are stripes.
/// </summary>
internal readonly ref struct KeySection<TGate>
    where TGate : struct, IGate<TGate>
{
    private readonly StateCore<TGate> _core;
    private readonly bool _runsDelegate;

    public KeySection(StateCore<TGate> core, StripedTable? table, int hashCode, bool runsDelegate)
    {
        _core = core;
        HashCode = hashCode;
        if (!IsStriped || table is null)
        {
            core.BeginWrite();
            return;
        }

        _runsDelegate = runsDelegate;
        Stripe = runsDelegate ? core.Stripes!.EnterForDelegate(table, hashCode) : core.Stripes!.Enter(table, hashCode);
    }

    /// <summary>The hash code by which the stripe was chosen. Asked for once: a key that gave another one would be changed in a stripe that nobody has.</summary>
    public int HashCode { get; }

    // A constant to the JIT.
    private static bool IsStriped => typeof(TGate) == typeof(StripedGate);

    /// <summary>The key's stripe, if the section has no more than that.</summary>
    public Stripe? Stripe { get; }

    /// <summary>Says that the operation changed the field. Visible to others when the section ends; a striped map says so itself, before others see the change.</summary>
    public void MarkChanged(StateField field)
    {
        if (!IsStriped || Stripe is null)
        {
            field.MarkChanged();
        }
    }

    /// <summary>Makes the change visible before the section ends, where others could see the state before it meanwhile.</summary>
    public void MakeVisible()
    {
        if (!IsStriped || Stripe is null)
        {
            _core.MakeVisible();
        }
    }

    public void Dispose()
    {
        if (!IsStriped || Stripe is null)
        {
            _core.EndWrite();
            return;
        }

        if (_runsDelegate)
        {
            _core.Stripes!.ExitAfterDelegate(Stripe);
        }
        else
        {
            _core.Stripes!.Exit(Stripe);
        }
    }
}

using SafeState.Gates;

namespace SafeState.Infrastructure;

/// <summary>One reading operation of a facade, from entering the gate to leaving it: <c>using var reading = core.Read();</c></summary>
internal readonly ref struct ReadSection<TGate>
    where TGate : struct, IGate<TGate>
{
    private readonly StateCore<TGate> _core;
    private readonly long _ticket;

    public ReadSection(StateCore<TGate> core)
    {
        _core = core;
        if (TGate.IsExclusive)
        {
            core.Gate.EnterWrite();
        }
        else
        {
            _ticket = core.Gate.EnterRead();
        }
    }

    public void Dispose()
    {
        if (TGate.IsExclusive)
        {
            _core.Gate.ExitWrite();
        }
        else
        {
            _core.Gate.ExitRead(_ticket);
        }
    }
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

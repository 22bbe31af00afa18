using SafeState.Gates;
using SafeState.Gates.ReaderWriter;

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

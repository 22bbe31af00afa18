namespace SafeState.Tests.Holders;

/// <summary>Two maps that are written together, with keys that the platform compares.</summary>
[SharedState(Strategy = Chosen.Strategy)]
public sealed partial class Rates
{
    private readonly Dictionary<int, long> _bids = [];
    private readonly Dictionary<int, long> _asks = [];
    private int _changes;

    public void SetBoth(long rate)
    {
        using var state = EnterWrite();
        state.Bids.Set(1, rate);
        state.Asks.Set(1, rate);
    }

    public void Write(Action whileInside)
    {
        using var state = EnterWrite();
        whileInside();
    }

    public void CountChange()
    {
        using var state = EnterWrite();
        state.Changes++;
    }
}

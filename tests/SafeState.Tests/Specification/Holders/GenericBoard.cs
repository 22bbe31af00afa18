namespace SafeState.Tests.Holders;

/// <summary>A generic holder, whose values nobody checks.</summary>
[SharedState(Strategy = Chosen.Strategy, ScopeAccess = ScopeAccess.Internal)]
public sealed partial class GenericBoard<TKey, TValue>(IEqualityComparer<TKey>? comparer)
    where TKey : notnull
{
    [State(Values = ValueSharing.ByReference)]
    private readonly Dictionary<TKey, TValue> _values = new(comparer);

    [State(Values = ValueSharing.ByReference)]
    private TValue? _latest;

    public void Remember(TKey key, TValue value)
    {
        using var state = EnterWrite();
        state.Values.Set(key, value);
        state.Latest = value;
    }
}

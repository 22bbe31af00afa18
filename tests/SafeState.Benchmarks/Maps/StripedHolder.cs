namespace SafeState.Benchmarks.Maps;

[SharedState(Strategy = Strategy.Striped, ScopeAccess = ScopeAccess.Internal)]
internal sealed partial class StripedHolder<TKey>
    where TKey : notnull
{
    [State(Values = ValueSharing.ByReference)]
    private readonly Dictionary<TKey, long> _entries = [];
}

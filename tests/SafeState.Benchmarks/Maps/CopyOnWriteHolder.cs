namespace SafeState.Benchmarks.Maps;

[SharedState(Strategy = Strategy.CopyOnWrite, ScopeAccess = ScopeAccess.Internal)]
internal sealed partial class CopyOnWriteHolder<TKey>
    where TKey : notnull
{
    [State(Values = ValueSharing.ByReference)]
    private readonly Dictionary<TKey, long> _entries = [];
}

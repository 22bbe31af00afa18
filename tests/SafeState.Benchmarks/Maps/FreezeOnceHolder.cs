namespace SafeState.Benchmarks.Maps;

[SharedState(Strategy = Strategy.FreezeOnce, ScopeAccess = ScopeAccess.Internal)]
internal sealed partial class FreezeOnceHolder<TKey>
    where TKey : notnull
{
    [State(Values = ValueSharing.ByReference)]
    private readonly Dictionary<TKey, long> _entries = [];
}

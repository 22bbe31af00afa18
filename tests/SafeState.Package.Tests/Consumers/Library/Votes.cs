using SafeState;

namespace Library;

/// <summary>A holder that others use, scopes included.</summary>
[SharedState(Strategy = Strategy.Mutex, ScopeAccess = ScopeAccess.Public)]
public sealed partial class Votes
{
    private readonly HashSet<string> _voters = [];
    private int _count;
}

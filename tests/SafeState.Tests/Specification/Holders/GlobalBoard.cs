namespace SafeState.Tests.Holders;

/// <summary>A static holder.</summary>
[SharedState(Strategy = Chosen.Strategy, ScopeAccess = ScopeAccess.Internal)]
public static partial class GlobalBoard
{
    private static readonly Dictionary<string, int> s_scores = new(StringComparer.OrdinalIgnoreCase) { ["first"] = 1 };
    private static int s_total = 1;
}

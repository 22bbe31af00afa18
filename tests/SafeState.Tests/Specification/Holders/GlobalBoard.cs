namespace SafeState.Tests.Holders;

/// <summary>A static holder.</summary>
[SharedState(Strategy = Chosen.Strategy, ScopeAccess = ScopeAccess.Internal)]
public static partial class GlobalBoard
{
#pragma warning disable IDE1006 // The name without a prefix is that of the generated property.
    private static readonly Dictionary<string, int> _scores = new(StringComparer.OrdinalIgnoreCase) { ["first"] = 1 };
#pragma warning restore IDE1006
    private static int _total = 1;
}

namespace SafeState.Tests.Holders;

/// <summary>A holder whose author forgot to make one of its collections.</summary>
[SharedState(Strategy = Chosen.Strategy)]
public sealed partial class ForgottenBoard
{
    private readonly Dictionary<string, int> _scores = [];

#pragma warning disable CS8618, CS0649 // This is the mistake.
    private readonly List<int> _lines;
#pragma warning restore CS8618, CS0649
}

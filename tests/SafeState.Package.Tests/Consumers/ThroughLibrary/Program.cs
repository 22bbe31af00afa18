using Library;
using SafeState;

var votes = new Votes();
var mine = new Mine();
Parallel.For(0, 1000, number =>
{
    using var state = votes.EnterWrite();
    state.Count++;
    state.Voters.Add($"voter {number % 10}");
});
mine.Numbers.Add(votes.Count);
Console.WriteLine($"{mine.Numbers[0]} votes of {votes.Voters.Count} voters");

[SharedState(Strategy = Strategy.CopyOnWrite)]
internal sealed partial class Mine
{
    private readonly List<int> _numbers = [];
}

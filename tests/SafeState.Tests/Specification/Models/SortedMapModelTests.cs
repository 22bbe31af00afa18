using SafeState.Tests.Holders;
using SafeState.Tests.Support;
using Model = System.Collections.Generic.IDictionary<string, int>;

namespace SafeState.Tests.Models;

public sealed class SortedMapModelTests : MapModelTests
{
    protected override IReadOnlyList<Operation<Model>> Operations { get; }

    public SortedMapModelTests() => Operations = [.. MapOperations.Of((Board board) => board.Ranks), .. InScopes()];

    protected override Model CreateModel() => new SortedDictionary<string, int>(StringComparer.OrdinalIgnoreCase);

    protected override string Describe(Model model) => Texts.InOrder(model);

    protected override object Snapshot(Board board) => board.Ranks.Snapshot();

    protected override string DescribeSnapshot(object snapshot) => Texts.InOrder((MapSnapshot<string, int>)snapshot);

    protected override IEnumerable<(string Way, string Content)> Contents(Board board)
    {
        yield return ("foreach", Texts.InOrder(board.Ranks));
        yield return ("Locked", Enumerate(board));
        yield return ("Snapshot", Texts.InOrder(board.Ranks.Snapshot()));
        yield return ("Snapshot of all", Texts.InOrder(board.Snapshot().Ranks));
        yield return ("DeepCopy", Texts.InOrder(board.Ranks.DeepCopy()));
        yield return ("read scope", (string)InReadScope(board, new Step(0, "", 0), (map, _) => Enumerate(map, isSorted: true))!);
    }

    private protected override object? InReadScope(Board board, Step step, Reading read)
    {
        using var state = board.EnterRead();
        return read(state.Ranks, step);
    }

    private protected override object? InWriteScope(Board board, Step step, Editing edit)
    {
        using var state = board.EnterWrite();
        return edit(state.Ranks, step);
    }

    private static string Enumerate(Board board)
    {
        var entries = new List<KeyValuePair<string, int>>();
        foreach (var entry in board.Ranks.Locked())
        {
            entries.Add(entry);
        }

        return Texts.InOrder(entries);
    }
}

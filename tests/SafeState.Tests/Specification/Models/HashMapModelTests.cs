using SafeState.Tests.Holders;
using SafeState.Tests.Support;
using Model = System.Collections.Generic.IDictionary<string, int>;

namespace SafeState.Tests.Models;

public sealed class HashMapModelTests : MapModelTests
{
    protected override IReadOnlyList<Operation<Model>> Operations { get; }

    public HashMapModelTests() => Operations = [.. MapOperations.Of((Board board) => board.Scores), .. InScopes()];

    protected override Model CreateModel() => new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

    protected override string Describe(Model model) => Texts.Sorted(model);

    protected override object Snapshot(Board board) => board.Scores.Snapshot();

    protected override string DescribeSnapshot(object snapshot) => Texts.Sorted((MapSnapshot<string, int>)snapshot);

    protected override IEnumerable<(string Way, string Content)> Contents(Board board)
    {
        yield return ("foreach", Texts.Sorted(board.Scores));
        yield return ("Locked", Enumerate(board));
        yield return ("Snapshot", Texts.Sorted(board.Scores.Snapshot()));
        yield return ("Snapshot of all", Texts.Sorted(board.Snapshot().Scores));
        yield return ("DeepCopy", Texts.Sorted(board.Scores.DeepCopy()));
        yield return ("read scope", (string)InReadScope(board, new Step(0, "", 0), (map, _) => Enumerate(map, isSorted: false))!);
    }

    private protected override object? InReadScope(Board board, Step step, Reading read)
    {
        using var state = board.EnterRead();
        return read(state.Scores, step);
    }

    private protected override object? InWriteScope(Board board, Step step, Editing edit)
    {
        using var state = board.EnterWrite();
        return edit(state.Scores, step);
    }

    private static string Enumerate(Board board)
    {
        var entries = new List<KeyValuePair<string, int>>();
        foreach (var entry in board.Scores.Locked())
        {
            entries.Add(entry);
        }

        return Texts.Sorted(entries);
    }
}

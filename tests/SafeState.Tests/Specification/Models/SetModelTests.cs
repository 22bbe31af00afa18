using SafeState.Tests.Holders;
using SafeState.Tests.Support;
using Model = System.Collections.Generic.HashSet<string?>;

namespace SafeState.Tests.Models;

public sealed class SetModelTests : ModelTests<Model>
{
    private delegate object? Reading(SetReader<string?> set, Step step);

    private delegate object? Editing(SetEditor<string?> set, Step step);

    private delegate bool Comparison(IReadOnlySet<string?> set, IEnumerable<string?> other);

    protected override IReadOnlyList<Operation<Model>> Operations { get; } = [.. Facade(), .. Comparisons(), .. Scopes()];

    protected override Model CreateModel() => new(StringComparer.OrdinalIgnoreCase);

    protected override string Describe(Model model) => Texts.Sorted(model);

    protected override object Snapshot(Board board) => board.Tags.Snapshot();

    protected override string DescribeSnapshot(object snapshot) => Texts.Sorted((SetSnapshot<string?>)snapshot);

    protected override IEnumerable<(string Way, string Content)> Contents(Board board)
    {
        yield return ("foreach", Texts.Sorted(board.Tags));
        yield return ("Locked", Enumerate(board));
        yield return ("Snapshot", Texts.Sorted(board.Tags.Snapshot()));
        yield return ("Snapshot of all", Texts.Sorted(board.Snapshot().Tags));
        yield return ("DeepCopy", Texts.Sorted(board.Tags.DeepCopy()));
        yield return ("read scope", EnumerateInScope(board));
    }

    private static IEnumerable<Operation<Model>> Facade() =>
    [
        Operation<Model>.Try("Add", (board, step) => board.Tags.Add(step.Key), (model, step) => model.Add(step.Key)),
        Operation<Model>.Try("Add(null)", (board, _) => board.Tags.Add(null), (model, _) => model.Add(null)),
        Operation<Model>.Try("Remove", (board, step) => board.Tags.Remove(step.Key), (model, step) => model.Remove(step.Key)),
        Operation<Model>.Try("Remove(null)", (board, _) => board.Tags.Remove(null), (model, _) => model.Remove(null)),
        Operation<Model>.Read("Contains", (board, step) => board.Tags.Contains(step.Key), (model, step) => model.Contains(step.Key)),
        Operation<Model>.Read("TryGetValue", (board, step) => (board.Tags.TryGetValue(step.Key, out var found), found), (model, step) => (model.TryGetValue(step.Key, out var found), found)),
        Operation<Model>.Read("Count", (board, _) => (board.Tags.Count, board.Tags.IsEmpty), (model, _) => (model.Count, model.Count == 0)),
        Operation<Model>.Read(
            "ForEach",
            (board, _) =>
            {
                var sum = 0;
                board.Tags.ForEach(tag => sum += tag?[0] ?? 1);
                return sum;
            },
            (model, _) => model.Sum(tag => tag?[0] ?? 1)),
        Operation<Model>.Try("RemoveWhere", (board, step) => board.Tags.RemoveWhere(tag => tag == step.Key), (model, step) => model.RemoveWhere(tag => tag == step.Key)),
        Operation<Model>.Try(
            "RemoveWhere(failing)",
            (board, step) => board.Tags.RemoveWhere(tag => tag == step.Key ? throw new TimeoutException() : true),
            (model, step) => model.Any(tag => tag == step.Key) ? throw new TimeoutException() : model.RemoveWhere(_ => true)),
        new("Clear", (board, _) => { board.Tags.Clear(); return null; }, (model, _) => Cleared(model)),
        .. Sequences().SelectMany(given => new Operation<Model>[]
        {
            Operation<Model>.Try($"AddRange({given.Name})", (board, step) => board.Tags.AddRange(given.Items(step)), (model, step) => given.Items(step).ToList().Count(model.Add)),
            new($"ReplaceAll({given.Name})", (board, step) => { board.Tags.ReplaceAll(given.Items(step)); return null; }, (model, step) => Replaced(model, given.Items(step))),
            new(
                $"editor.ReplaceAll({given.Name})",
                Edit((set, step) => { set.ReplaceAll(given.Items(step)); return null; }),
                (model, step) => Replaced(model, given.Items(step))),
        }),
        new("ReplaceAll(some of itself)", (board, step) => { board.Tags.ReplaceAll(board.Tags.Where(tag => tag != step.Key)); return null; }, (model, step) => Replaced(model, model.Where(tag => tag != step.Key))),
        Operation<Model>.Read("AddRange(no sequence)", (board, _) => board.Tags.AddRange(null!), (_, _) => throw new ArgumentNullException()),
    ];

    private static IEnumerable<Operation<Model>> Comparisons() => new (string Name, Comparison Compare)[]
    {
        ("IsSubsetOf", (set, other) => set.IsSubsetOf(other)),
        ("IsProperSubsetOf", (set, other) => set.IsProperSubsetOf(other)),
        ("IsSupersetOf", (set, other) => set.IsSupersetOf(other)),
        ("IsProperSupersetOf", (set, other) => set.IsProperSupersetOf(other)),
        ("Overlaps", (set, other) => set.Overlaps(other)),
        ("SetEquals", (set, other) => set.SetEquals(other)),
    }.Select(row => Operation<Model>.Read(
        row.Name,
        (board, step) => (row.Compare(board.Tags, [step.Key, "a"]), row.Compare(board.Tags.Snapshot(), [step.Key, "a"])),
        (model, step) => (row.Compare(model, [step.Key, "a"]), row.Compare(model, [step.Key, "a"]))));

    private static IEnumerable<Operation<Model>> Scopes() =>
    [
        Operation<Model>.Read("reader.Contains", Read((set, step) => set.Contains(step.Key)), (model, step) => model.Contains(step.Key)),
        Operation<Model>.Read("reader.TryGetValue", Read((set, step) => (set.TryGetValue(step.Key, out var found), found)), (model, step) => (model.TryGetValue(step.Key, out var found), found)),
        Operation<Model>.Read("reader.Count", Read((set, _) => (set.Count, set.IsEmpty)), (model, _) => (model.Count, model.Count == 0)),
        Operation<Model>.Read("editor.nothing", Edit((_, _) => null), (_, _) => null),
        Operation<Model>.Read("editor.Contains", Edit((set, step) => set.Contains(step.Key)), (model, step) => model.Contains(step.Key)),
        Operation<Model>.Read("editor.TryGetValue", Edit((set, step) => (set.TryGetValue(step.Key, out var found), found)), (model, step) => (model.TryGetValue(step.Key, out var found), found)),
        Operation<Model>.Read("editor.Count", Edit((set, _) => (set.Count, set.IsEmpty)), (model, _) => (model.Count, model.Count == 0)),
        Operation<Model>.Try("editor.Add", Edit((set, step) => set.Add(step.Key)), (model, step) => model.Add(step.Key)),
        Operation<Model>.Try("editor.Remove", Edit((set, step) => set.Remove(step.Key)), (model, step) => model.Remove(step.Key)),
        new("editor.Clear", Edit((set, _) => { set.Clear(); return null; }), (model, _) => Cleared(model)),
        Operation<Model>.Read(
            "editor.foreach",
            Edit((set, _) =>
            {
                var sum = 0;
                foreach (var tag in set)
                {
                    sum += tag?[0] ?? 1;
                }

                return sum;
            }),
            (model, _) => model.Sum(tag => tag?[0] ?? 1)),
        Operation<Model>.Write(
            "editor.several in one scope",
            Edit((set, step) => (set.Add("new"), set.Remove(step.Key), set.Remove("new"), set.Count)),
            (model, step) => (model.Add("new"), model.Remove(step.Key), model.Remove("new"), model.Count)),
    ];

    private static IEnumerable<(string Name, Func<Step, IEnumerable<string?>> Items)> Sequences() =>
    [
        ("nothing", _ => []),
        ("some", step => [step.Key, "x", "X", null]),
        ("broken", Broken),
    ];

    private static IEnumerable<string?> Broken(Step step)
    {
        yield return step.Key;
        throw new TimeoutException();
    }

    private static Outcome Cleared(Model model)
    {
        var outcome = new Outcome(null, model.Count > 0);
        model.Clear();
        return outcome;
    }

    private static Outcome Replaced(Model model, IEnumerable<string?> items)
    {
        var replacement = items.ToList();
        var outcome = new Outcome(null, model.Count > 0 || replacement.Count > 0);
        model.Clear();
        model.UnionWith(replacement);
        return outcome;
    }

    private static Func<Board, Step, object?> Read(Reading read) => (board, step) =>
    {
        using var state = board.EnterRead();
        return read(state.Tags, step);
    };

    private static Func<Board, Step, object?> Edit(Editing edit) => (board, step) =>
    {
        using var state = board.EnterWrite();
        return edit(state.Tags, step);
    };

    private static string Enumerate(Board board)
    {
        var tags = new List<string?>();
        foreach (var tag in board.Tags.Locked())
        {
            tags.Add(tag);
        }

        return Texts.Sorted(tags);
    }

    private static string EnumerateInScope(Board board)
    {
        var tags = new List<string?>();
        using var state = board.EnterRead();
        foreach (var tag in state.Tags)
        {
            tags.Add(tag);
        }

        return Texts.Sorted(tags);
    }
}

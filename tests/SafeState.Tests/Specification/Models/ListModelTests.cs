using SafeState.Tests.Holders;
using SafeState.Tests.Support;
using Model = System.Collections.Generic.List<string?>;

namespace SafeState.Tests.Models;

public sealed class ListModelTests : ModelTests<Model>
{
    private delegate object? Reading(ListReader<string?> list, Step step);

    private delegate object? Editing(ListEditor<string?> list, Step step);

    protected override IReadOnlyList<Operation<Model>> Operations { get; } = [.. Reads(), .. Writes(), .. Sequenced(), .. Readers(), .. Editors()];

    protected override Model CreateModel() => [];

    protected override string Describe(Model model) => Texts.InOrder(model);

    protected override object Snapshot(Board board) => board.Lines.Snapshot();

    protected override string DescribeSnapshot(object snapshot) => Texts.InOrder((ListSnapshot<string?>)snapshot);

    protected override IEnumerable<(string Way, string Content)> Contents(Board board)
    {
        yield return ("foreach", Texts.InOrder(board.Lines));
        yield return ("Locked", Enumerate(board));
        yield return ("Snapshot", Texts.InOrder(board.Lines.Snapshot()));
        yield return ("span of the snapshot", Texts.InOrder(board.Lines.Snapshot().AsSpan().ToArray()));
        yield return ("Snapshot of all", Texts.InOrder(board.Snapshot().Lines));
        yield return ("DeepCopy", Texts.InOrder(board.Lines.DeepCopy()));
        yield return ("read scope", EnumerateInScope(board));
    }

    private static IEnumerable<Operation<Model>> Reads() =>
    [
        Operation<Model>.Read("get", (board, step) => board.Lines[step.Value], (model, step) => model[step.Value]),
        Operation<Model>.Read(
            "TryGet",
            (board, step) => (board.Lines.TryGet(step.Value, out var line), line),
            (model, step) => (step.Value >= 0 && step.Value < model.Count, model.Where((_, index) => index == step.Value).SingleOrDefault())),
        Operation<Model>.Read("get of the snapshot", (board, step) => board.Lines.Snapshot()[step.Value], (model, step) => model[step.Value]),
        Operation<Model>.Read("Contains", (board, step) => board.Lines.Contains(step.Key), (model, step) => model.Contains(step.Key)),
        Operation<Model>.Read("Contains(null)", (board, _) => (board.Lines.Contains(null), board.Lines.Snapshot().Contains(null)), (model, _) => (model.Contains(null), model.Contains(null))),
        Operation<Model>.Read("IndexOf", (board, step) => (board.Lines.IndexOf(step.Key), board.Lines.Snapshot().IndexOf(step.Key)), (model, step) => (model.IndexOf(step.Key), model.IndexOf(step.Key))),
        Operation<Model>.Read("Count", (board, _) => (board.Lines.Count, board.Lines.IsEmpty), (model, _) => (model.Count, model.Count == 0)),
        Operation<Model>.Read(
            "ForEach",
            (board, _) =>
            {
                var text = "";
                board.Lines.ForEach(line => text += line ?? "?");
                return text;
            },
            (model, _) => string.Concat(model.Select(line => line ?? "?"))),
    ];

    private static IEnumerable<Operation<Model>> Writes() =>
    [
        Operation<Model>.Write("Add", (board, step) => { board.Lines.Add(step.Key); return null; }, (model, step) => { model.Add(step.Key); return null; }),
        Operation<Model>.Write("Add(null)", (board, _) => { board.Lines.Add(null); return null; }, (model, _) => { model.Add(null); return null; }),
        Operation<Model>.Write("set", (board, step) => board.Lines[step.Value] = step.Key, (model, step) => model[step.Value] = step.Key),
        Operation<Model>.Write("Insert", (board, step) => { board.Lines.Insert(step.Value, step.Key); return null; }, (model, step) => { model.Insert(step.Value, step.Key); return null; }),
        Operation<Model>.Write("RemoveAt", (board, step) => { board.Lines.RemoveAt(step.Value); return null; }, (model, step) => { model.RemoveAt(step.Value); return null; }),
        Operation<Model>.Try("Remove", (board, step) => board.Lines.Remove(step.Key), (model, step) => model.Remove(step.Key)),
        Operation<Model>.Write(
            "Update",
            (board, step) => { board.Lines.Update(step.Value, line => line + step.Key); return null; },
            (model, step) => { model[step.Value] += step.Key; return null; }),
        Operation<Model>.Read(
            "Update(failing)",
            (board, step) => { board.Lines.Update(step.Value, _ => throw new TimeoutException()); return null; },
            (model, step) => throw (step.Value >= 0 && step.Value < model.Count ? new TimeoutException() : new ArgumentOutOfRangeException())),
        Operation<Model>.Try("RemoveWhere", (board, step) => board.Lines.RemoveWhere(line => line == step.Key), (model, step) => model.RemoveAll(line => line == step.Key)),
        Operation<Model>.Try(
            "RemoveWhere(failing)",
            (board, step) => board.Lines.RemoveWhere(line => line == step.Key ? throw new TimeoutException() : true),
            (model, step) => model.Contains(step.Key) ? throw new TimeoutException() : model.RemoveAll(_ => true)),
        new("Clear", (board, _) => { board.Lines.Clear(); return null; }, (model, _) => Cleared(model)),
    ];

    private static IEnumerable<Operation<Model>> Sequenced() =>
    [
        .. Sequences().SelectMany(given => new Operation<Model>[]
        {
            new($"AddRange({given.Name})", (board, step) => { board.Lines.AddRange(given.Items(step)); return null; }, (model, step) => Added(model, given.Items(step))),
            new($"ReplaceAll({given.Name})", (board, step) => { board.Lines.ReplaceAll(given.Items(step)); return null; }, (model, step) => Replaced(model, given.Items(step))),
            new(
                $"editor.ReplaceAll({given.Name})",
                Edit((list, step) => { list.ReplaceAll(given.Items(step)); return null; }),
                (model, step) => Replaced(model, given.Items(step))),
        }),
        new("ReplaceAll(some of itself)", (board, step) => { board.Lines.ReplaceAll(board.Lines.Where(line => line != step.Key)); return null; }, (model, step) => Replaced(model, model.Where(line => line != step.Key))),
        Operation<Model>.Read("AddRange(no sequence)", (board, _) => { board.Lines.AddRange(null!); return null; }, (_, _) => throw new ArgumentNullException()),
    ];

    private static IEnumerable<Operation<Model>> Readers() =>
    [
        Operation<Model>.Read("reader.get", Read((list, step) => list[step.Value]), (model, step) => model[step.Value]),
        Operation<Model>.Read("reader.TryGet", Read((list, step) => list.TryGet(step.Value, out _)), (model, step) => step.Value >= 0 && step.Value < model.Count),
        Operation<Model>.Read("reader.IndexOf", Read((list, step) => (list.IndexOf(step.Key), list.Contains(step.Key))), (model, step) => (model.IndexOf(step.Key), model.Contains(step.Key))),
        Operation<Model>.Read("reader.Count", Read((list, _) => (list.Count, list.IsEmpty)), (model, _) => (model.Count, model.Count == 0)),
    ];

    private static IEnumerable<Operation<Model>> Editors() =>
    [
        Operation<Model>.Read("editor.nothing", Edit((_, _) => null), (_, _) => null),
        Operation<Model>.Read("editor.get", Edit((list, step) => list[step.Value]), (model, step) => model[step.Value]),
        Operation<Model>.Read("editor.TryGet", Edit((list, step) => list.TryGet(step.Value, out _)), (model, step) => step.Value >= 0 && step.Value < model.Count),
        Operation<Model>.Read("editor.IndexOf", Edit((list, step) => (list.IndexOf(step.Key), list.Contains(step.Key))), (model, step) => (model.IndexOf(step.Key), model.Contains(step.Key))),
        Operation<Model>.Read("editor.Count", Edit((list, _) => (list.Count, list.IsEmpty)), (model, _) => (model.Count, model.Count == 0)),
        Operation<Model>.Write("editor.Add", Edit((list, step) => { list.Add(step.Key); return null; }), (model, step) => { model.Add(step.Key); return null; }),
        Operation<Model>.Write("editor.set", Edit((list, step) => list[step.Value] = step.Key), (model, step) => model[step.Value] = step.Key),
        Operation<Model>.Write("editor.Insert", Edit((list, step) => { list.Insert(step.Value, step.Key); return null; }), (model, step) => { model.Insert(step.Value, step.Key); return null; }),
        Operation<Model>.Write("editor.RemoveAt", Edit((list, step) => { list.RemoveAt(step.Value); return null; }), (model, step) => { model.RemoveAt(step.Value); return null; }),
        Operation<Model>.Try("editor.Remove", Edit((list, step) => list.Remove(step.Key)), (model, step) => model.Remove(step.Key)),
        new("editor.Clear", Edit((list, _) => { list.Clear(); return null; }), (model, _) => Cleared(model)),
        Operation<Model>.Read(
            "editor.foreach",
            Edit((list, _) =>
            {
                var text = "";
                foreach (var line in list)
                {
                    text += line ?? "?";
                }

                return text;
            }),
            (model, _) => string.Concat(model.Select(line => line ?? "?"))),
        Operation<Model>.Write(
            "editor.several in one scope",
            Edit((list, step) => { list.Insert(0, step.Key); list.Set(0, "first"); list.RemoveAt(list.Count - 1); return list.Count; }),
            (model, step) => { model.Insert(0, step.Key); model[0] = "first"; model.RemoveAt(model.Count - 1); return model.Count; }),
    ];

    private static IEnumerable<(string Name, Func<Step, IEnumerable<string?>> Items)> Sequences() =>
    [
        ("nothing", _ => []),
        ("some", step => [step.Key, null, step.Key]),
        ("broken", Broken),
    ];

    private static IEnumerable<string?> Broken(Step step)
    {
        yield return step.Key;
        throw new TimeoutException();
    }

    private static Outcome Cleared(Model model) => Replaced(model, []);

    private static Outcome Replaced(Model model, IEnumerable<string?> items)
    {
        var replacement = items.ToList();
        var outcome = new Outcome(null, model.Count > 0 || replacement.Count > 0);
        model.Clear();
        model.AddRange(replacement);
        return outcome;
    }

    private static Outcome Added(Model model, IEnumerable<string?> items)
    {
        var count = model.Count;
        model.AddRange([.. items]);
        return new Outcome(null, model.Count > count);
    }

    private static Func<Board, Step, object?> Read(Reading read) => (board, step) =>
    {
        using var state = board.EnterRead();
        return read(state.Lines, step);
    };

    private static Func<Board, Step, object?> Edit(Editing edit) => (board, step) =>
    {
        using var state = board.EnterWrite();
        return edit(state.Lines, step);
    };

    private static string Enumerate(Board board)
    {
        var lines = new List<string?>();
        foreach (var line in board.Lines.Locked())
        {
            lines.Add(line);
        }

        return Texts.InOrder(lines);
    }

    private static string EnumerateInScope(Board board)
    {
        var lines = new List<string?>();
        using var state = board.EnterRead();
        foreach (var line in state.Lines)
        {
            lines.Add(line);
        }

        return Texts.InOrder(lines);
    }
}

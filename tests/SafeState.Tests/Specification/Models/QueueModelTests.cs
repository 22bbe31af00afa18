using SafeState.Tests.Holders;
using SafeState.Tests.Support;
using Model = System.Collections.Generic.Queue<string?>;

namespace SafeState.Tests.Models;

public sealed class QueueModelTests : ModelTests<Model>
{
    private delegate object? Reading(QueueReader<string?> queue, Step step);

    private delegate object? Editing(QueueEditor<string?> queue, Step step);

    protected override IReadOnlyList<Operation<Model>> Operations { get; } = [.. Facade(), .. Sequenced(), .. Scopes()];

    protected override Model CreateModel() => new();

    protected override string Describe(Model model) => Texts.InOrder(model);

    protected override object Snapshot(Board board) => board.Jobs.Snapshot();

    protected override string DescribeSnapshot(object snapshot) => Texts.InOrder((QueueSnapshot<string?>)snapshot);

    protected override IEnumerable<(string Way, string Content)> Contents(Board board)
    {
        yield return ("foreach", Texts.InOrder(board.Jobs));
        yield return ("Locked", Enumerate(board));
        yield return ("Snapshot", Texts.InOrder(board.Jobs.Snapshot()));
        yield return ("Snapshot of all", Texts.InOrder(board.Snapshot().Jobs));
        yield return ("DeepCopy", Texts.InOrder(board.Jobs.DeepCopy()));
        yield return ("read scope", EnumerateInScope(board));
    }

    private static IEnumerable<Operation<Model>> Facade() =>
    [
        Operation<Model>.Write("Enqueue", (board, step) => { board.Jobs.Enqueue(step.Key); return null; }, (model, step) => { model.Enqueue(step.Key); return null; }),
        Operation<Model>.Write("Enqueue(null)", (board, _) => { board.Jobs.Enqueue(null); return null; }, (model, _) => { model.Enqueue(null); return null; }),
        new("TryDequeue", (board, _) => (board.Jobs.TryDequeue(out var job), job), (model, _) => Dequeued(model)),
        Operation<Model>.Read("TryPeek", (board, _) => (board.Jobs.TryPeek(out var job), job), (model, _) => (model.TryPeek(out var job), job)),
        Operation<Model>.Read("TryPeek of the snapshot", (board, _) => (board.Jobs.Snapshot().TryPeek(out var job), job), (model, _) => (model.TryPeek(out var job), job)),
        Operation<Model>.Read("Contains", (board, step) => (board.Jobs.Contains(step.Key), board.Jobs.Snapshot().Contains(step.Key)), (model, step) => (model.Contains(step.Key), model.Contains(step.Key))),
        Operation<Model>.Read("Count", (board, _) => (board.Jobs.Count, board.Jobs.IsEmpty), (model, _) => (model.Count, model.Count == 0)),
        Operation<Model>.Read(
            "ForEach",
            (board, _) =>
            {
                var text = "";
                board.Jobs.ForEach(job => text += job ?? "?");
                return text;
            },
            (model, _) => string.Concat(model.Select(job => job ?? "?"))),
        new(
            "DequeueAll",
            (board, _) => Texts.InOrder(board.Jobs.DequeueAll()),
            (model, _) =>
            {
                var all = Texts.InOrder(model);
                return Replaced(model, []) with { Result = all };
            }),
        new("Clear", (board, _) => { board.Jobs.Clear(); return null; }, (model, _) => Replaced(model, [])),
    ];

    private static IEnumerable<Operation<Model>> Sequenced() =>
    [
        .. Sequences().SelectMany(given => new Operation<Model>[]
        {
            new($"EnqueueRange({given.Name})", (board, step) => { board.Jobs.EnqueueRange(given.Items(step)); return null; }, (model, step) => Added(model, given.Items(step))),
            new($"ReplaceAll({given.Name})", (board, step) => { board.Jobs.ReplaceAll(given.Items(step)); return null; }, (model, step) => Replaced(model, given.Items(step))),
            new(
                $"editor.ReplaceAll({given.Name})",
                Edit((queue, step) => { queue.ReplaceAll(given.Items(step)); return null; }),
                (model, step) => Replaced(model, given.Items(step))),
        }),
        new("ReplaceAll(some of itself)", (board, step) => { board.Jobs.ReplaceAll(board.Jobs.Where(job => job != step.Key)); return null; }, (model, step) => Replaced(model, model.Where(job => job != step.Key))),
        Operation<Model>.Read("EnqueueRange(no sequence)", (board, _) => { board.Jobs.EnqueueRange(null!); return null; }, (_, _) => throw new ArgumentNullException()),
    ];

    private static IEnumerable<Operation<Model>> Scopes() =>
    [
        Operation<Model>.Read("reader.TryPeek", Read((queue, _) => (queue.TryPeek(out var job), job)), (model, _) => (model.TryPeek(out var job), job)),
        Operation<Model>.Read("reader.Contains", Read((queue, step) => queue.Contains(step.Key)), (model, step) => model.Contains(step.Key)),
        Operation<Model>.Read("reader.Count", Read((queue, _) => (queue.Count, queue.IsEmpty)), (model, _) => (model.Count, model.Count == 0)),
        Operation<Model>.Read("editor.nothing", Edit((_, _) => null), (_, _) => null),
        Operation<Model>.Read("editor.TryPeek", Edit((queue, _) => (queue.TryPeek(out var job), job)), (model, _) => (model.TryPeek(out var job), job)),
        Operation<Model>.Read("editor.Contains", Edit((queue, step) => queue.Contains(step.Key)), (model, step) => model.Contains(step.Key)),
        Operation<Model>.Read("editor.Count", Edit((queue, _) => (queue.Count, queue.IsEmpty)), (model, _) => (model.Count, model.Count == 0)),
        Operation<Model>.Write("editor.Enqueue", Edit((queue, step) => { queue.Enqueue(step.Key); return null; }), (model, step) => { model.Enqueue(step.Key); return null; }),
        new("editor.TryDequeue", Edit((queue, _) => (queue.TryDequeue(out var job), job)), (model, _) => Dequeued(model)),
        new("editor.Clear", Edit((queue, _) => { queue.Clear(); return null; }), (model, _) => Replaced(model, [])),
        Operation<Model>.Read(
            "editor.foreach",
            Edit((queue, _) =>
            {
                var text = "";
                foreach (var job in queue)
                {
                    text += job ?? "?";
                }

                return text;
            }),
            (model, _) => string.Concat(model.Select(job => job ?? "?"))),
        Operation<Model>.Write(
            "editor.several in one scope",
            Edit((queue, step) => { queue.Enqueue(step.Key); queue.Enqueue("last"); return (queue.TryDequeue(out var job), job); }),
            (model, step) => { model.Enqueue(step.Key); model.Enqueue("last"); return (model.TryDequeue(out var job), job); }),
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

    private static Outcome Dequeued(Model model)
    {
        var found = model.TryDequeue(out var job);
        return new Outcome((found, job), found);
    }

    private static Outcome Replaced(Model model, IEnumerable<string?> items)
    {
        var replacement = items.ToList();
        var outcome = new Outcome(null, model.Count > 0 || replacement.Count > 0);
        model.Clear();
        replacement.ForEach(model.Enqueue);
        return outcome;
    }

    private static Outcome Added(Model model, IEnumerable<string?> items)
    {
        var count = model.Count;
        items.ToList().ForEach(model.Enqueue);
        return new Outcome(null, model.Count > count);
    }

    private static Func<Board, Step, object?> Read(Reading read) => (board, step) =>
    {
        using var state = board.EnterRead();
        return read(state.Jobs, step);
    };

    private static Func<Board, Step, object?> Edit(Editing edit) => (board, step) =>
    {
        using var state = board.EnterWrite();
        return edit(state.Jobs, step);
    };

    private static string Enumerate(Board board)
    {
        var jobs = new List<string?>();
        foreach (var job in board.Jobs.Locked())
        {
            jobs.Add(job);
        }

        return Texts.InOrder(jobs);
    }

    private static string EnumerateInScope(Board board)
    {
        var jobs = new List<string?>();
        using var state = board.EnterRead();
        foreach (var job in state.Jobs)
        {
            jobs.Add(job);
        }

        return Texts.InOrder(jobs);
    }
}

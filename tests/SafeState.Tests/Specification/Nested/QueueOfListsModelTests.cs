using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Nested;

public sealed class QueueOfListsModelTests : NestedModelTests<Queue<List<string>>>
{
    protected override IReadOnlyList<NestedOperation<Queue<List<string>>>> Operations { get; } =
    [
        Do("Enqueue", (batches, step) => batches.Enqueue([step.Key]), (model, step) => model.Enqueue([step.Key])),
        new("TryDequeue", (library, _) => (library.Batches.TryDequeue(out var batch), batch), (model, _) => (model.TryDequeue(out var batch), batch)),
        new("TryPeek", (library, _) => (library.Batches.TryPeek(out var batch), batch, library.Batches.Count), (model, _) => (model.TryPeek(out var batch), batch, model.Count)),
        new("DequeueAll", (library, _) => library.Batches.DequeueAll(), (model, _) => { var all = model.ToArray(); model.Clear(); return all; }),
        Do("EnqueueRange", (batches, step) => batches.EnqueueRange([["x"], [step.Key]]), (model, step) => { model.Enqueue(["x"]); model.Enqueue([step.Key]); }),
        Do("EnqueueRange of nothing", (batches, _) => batches.EnqueueRange(new List<List<string>>()), (_, _) => { }),
        Do("ReplaceAll", (batches, step) => batches.ReplaceAll([[step.Key]]), (model, step) => { model.Clear(); model.Enqueue([step.Key]); }),
        Do("Clear", (batches, _) => batches.Clear(), (model, _) => model.Clear()),
        Edit("Enqueue", (batches, step) => { batches.Enqueue([step.Key]); return null; }, (model, step) => { model.Enqueue([step.Key]); return null; }),
        Edit("EnqueueNew().Add", (batches, step) => { batches.EnqueueNew().Add(step.Key); return null; }, (model, step) => { model.Enqueue([step.Key]); return null; }),
        Edit("TryPeek().Add", (batches, step) => { var isThere = batches.TryPeek(out var batch); if (isThere) { batch.Add(step.Key); } return isThere; }, (model, step) => { var isThere = model.TryPeek(out var batch); batch?.Add(step.Key); return isThere; }),
        Edit("TryDequeue", (batches, _) => (batches.TryDequeue(out var batch), batch), (model, _) => (model.TryDequeue(out var batch), batch)),
        Edit("ReplaceAll", (batches, step) => { batches.ReplaceAll([[step.Key]]); return null; }, (model, step) => { model.Clear(); model.Enqueue([step.Key]); return null; }),
        Edit("Clear", (batches, _) => { batches.Clear(); return batches.IsEmpty; }, (model, _) => { model.Clear(); return true; }),
        Edit("foreach", (batches, step) => { foreach (var batch in batches) { batch.Add(step.Key); } return null; }, (model, step) => { foreach (var batch in model) { batch.Add(step.Key); } return null; }),
    ];

    private delegate object? Editing(Library.BatchesEditor batches, Step step);

    protected override Queue<List<string>> CreateModel() => new();

    protected override object Snapshot(Library library) => library.Batches.Snapshot();

    protected override IEnumerable<(string Way, string Content)> Contents(Library library)
    {
        yield return ("Snapshot", Plain.Describe(library.Batches.Snapshot()));
        yield return ("DeepCopy", Plain.Describe(library.Batches.DeepCopy()));
        yield return ("Locked", Plain.Describe(Locked(library)));
        yield return ("read scope", Plain.Describe(Read(library)));
    }

    private static NestedOperation<Queue<List<string>>> Do(string name, Action<Library.BatchesQueue, Step> act, Action<Queue<List<string>>, Step> expect) => new(
        name,
        (library, step) => { act(library.Batches, step); return null; },
        (model, step) => { expect(model, step); return null; });

    private static NestedOperation<Queue<List<string>>> Edit(string name, Editing edit, Func<Queue<List<string>>, Step, object?> expect) => new(
        "editor." + name,
        (library, step) =>
        {
            using var state = library.EnterWrite();
            return edit(state.Batches, step);
        },
        expect);

    private static List<List<string>> Locked(Library library)
    {
        var copy = new List<List<string>>();
        foreach (var batch in library.Batches.Locked())
        {
            copy.Add(Copy(batch));
        }

        return copy;
    }

    private static List<List<string>> Read(Library library)
    {
        var copy = new List<List<string>>();
        using var state = library.EnterRead();
        foreach (var batch in state.Batches)
        {
            copy.Add(Copy(batch));
        }

        var hasFirst = state.Batches.TryPeek(out var first);
        Assert.Equal(copy.Count > 0, hasFirst);
        Assert.Equal(hasFirst ? copy[0].Count : 0, first.Count);
        return copy;
    }

    private static List<string> Copy(ListReader<string> reader)
    {
        var copy = new List<string>();
        foreach (var item in reader)
        {
            copy.Add(item);
        }

        return copy;
    }
}

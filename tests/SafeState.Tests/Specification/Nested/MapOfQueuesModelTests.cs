using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Nested;

public sealed class MapOfQueuesModelTests : NestedModelTests<Dictionary<string, Queue<string>>>
{
    protected override IReadOnlyList<NestedOperation<Dictionary<string, Queue<string>>>> Operations { get; } =
    [
        new("EnqueueTo", (library, step) => { library.Mail.EnqueueTo(step.Key, $"{step.Value}"); return null; }, (model, step) => { model.Touched(step.Key).Enqueue($"{step.Value}"); return null; }),
        new("TryDequeueFrom", (library, step) => (library.Mail.TryDequeueFrom(step.Key, out var item), item), (model, step) => Dequeue(model, step.Key)),
        new("TryPeekIn", (library, step) => (library.Mail.TryPeekIn(step.Key, out var item), item), (model, step) => model.TryGetValue(step.Key, out var queue) ? (queue.TryPeek(out var item), item) : (false, null)),
        new("Set", (library, step) => { library.Mail.Set(step.Key, new(["x", step.Key])); return null; }, (model, step) => { model[step.Key] = new(["x", step.Key]); return null; }),
        new("scope", Scope, (model, step) => { model.Touched(step.Key).Enqueue("new"); return model[step.Key].Dequeue(); }),
    ];

    protected override Dictionary<string, Queue<string>> CreateModel() => new(StringComparer.OrdinalIgnoreCase);

    protected override object Snapshot(Library library) => library.Mail.Snapshot();

    protected override IEnumerable<(string Way, string Content)> Contents(Library library)
    {
        yield return ("Snapshot", Plain.Describe(library.Mail.Snapshot()));
        yield return ("DeepCopy", Plain.Describe(library.Mail.DeepCopy()));
    }

    private static object Scope(Library library, Step step)
    {
        using var state = library.EnterWrite();
        state.Mail.GetOrAdd(step.Key).Enqueue("new");
        return state.Mail[step.Key].TryDequeue(out var first) ? first : "none";
    }

    private static object Dequeue(Dictionary<string, Queue<string>> model, string key)
    {
        string? item = null;
        var found = model.TryGetValue(key, out var queue) && queue.TryDequeue(out item) && model.Left(key, queue.Count);
        return (found, item);
    }
}

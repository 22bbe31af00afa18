using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Nested;

public sealed class DeepModelTests : NestedModelTests<Dictionary<string, SortedDictionary<string, List<string[]>>>>
{
    protected override IReadOnlyList<NestedOperation<Dictionary<string, SortedDictionary<string, List<string[]>>>>> Operations { get; } =
    [
        new("Set", (library, step) => { library.Deep.Set(step.Key, Value(step)); return null; }, (model, step) => { model[step.Key] = Value(step); return null; }),
        new("this[] = a snapshot of its own", (library, step) => { library.Deep["c"] = library.Deep[step.Key]; return null; }, (model, step) => { model["c"] = new(model[step.Key].ToDictionary(pair => pair.Key, pair => pair.Value.Select(words => words.ToArray()).ToList())); return null; }),
        new("Remove, out", (library, step) => (library.Deep.Remove(step.Key, out var value), value), (model, step) => (model.Remove(step.Key, out var value), value)),
        new("a deep edit", Edit, (model, step) => { model.Touched(step.Key).Touched("x").Add([$"{step.Value}", "end"]); model[step.Key]["x"][0][0] = "first"; return model[step.Key]["x"].Count; }),
        new("every list", EditAll, (model, _) => { foreach (var inner in model.Values) { foreach (var lists in inner.Values) { lists.Add([]); } } return null; }),
    ];

    protected override Dictionary<string, SortedDictionary<string, List<string[]>>> CreateModel() => new(StringComparer.OrdinalIgnoreCase);

    protected override object Snapshot(Library library) => library.Deep.Snapshot();

    protected override IEnumerable<(string Way, string Content)> Contents(Library library)
    {
        yield return ("Snapshot", Plain.Describe(library.Deep.Snapshot()));
        yield return ("DeepCopy", Plain.Describe(library.Deep.DeepCopy()));
        yield return ("read scope", Plain.Describe(Read(library)));
    }

    private static SortedDictionary<string, List<string[]>> Value(Step step) => new() { ["x"] = [[$"{step.Value}"], []], [step.Key] = [] };

    private static object Edit(Library library, Step step)
    {
        using var state = library.EnterWrite();
        var lists = state.Deep.GetOrAdd(step.Key).GetOrAdd("x");
        lists.Add([$"{step.Value}", "end"]);
        lists[0].Set(0, "first");
        return lists.Count;
    }

    private static object? EditAll(Library library, Step step)
    {
        using var state = library.EnterWrite();
        foreach (var (_, inner) in state.Deep)
        {
            foreach (var (_, lists) in inner)
            {
                lists.AddNew();
            }
        }

        return null;
    }

    private static Dictionary<string, Dictionary<string, List<List<string>>>> Read(Library library)
    {
        var copy = new Dictionary<string, Dictionary<string, List<List<string>>>>();
        using var state = library.EnterRead();
        foreach (var (key, inner) in state.Deep)
        {
            copy.Add(key, []);
            foreach (var (innerKey, lists) in inner)
            {
                var rows = copy[key][innerKey] = [];
                foreach (var words in lists)
                {
                    var row = new List<string>();
                    foreach (var word in words)
                    {
                        row.Add(word);
                    }

                    rows.Add(row);
                }
            }
        }

        return copy;
    }
}

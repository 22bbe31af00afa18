using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Nested;

public sealed class MapOfMapsModelTests : NestedModelTests<Dictionary<string, Dictionary<string, int>>>
{
    private const string Inner = "inner";

    protected override IReadOnlyList<NestedOperation<Dictionary<string, Dictionary<string, int>>>> Operations { get; } =
    [
        new("SetIn", (library, step) => { library.Tables.SetIn(step.Key, $"{step.Value}", step.Value); return null; }, (model, step) => { model.Touched(step.Key)[$"{step.Value}"] = step.Value; return null; }),
        new("TryAddTo", (library, step) => library.Tables.TryAddTo(step.Key, Inner, step.Value), (model, step) => model.Touched(step.Key).TryAdd(Inner, step.Value)),
        new("GetOrAddIn", (library, step) => library.Tables.GetOrAddIn(step.Key, Inner, step.Value), (model, step) => { model.Touched(step.Key).TryAdd(Inner, step.Value); return model[step.Key][Inner]; }),
        new("AddOrUpdateIn", (library, step) => library.Tables.AddOrUpdateIn(step.Key, Inner, 1, value => value + 1), (model, step) => model.Touched(step.Key)[Inner] = model[step.Key].TryGetValue(Inner, out var value) ? value + 1 : 1),
        new("AddOrUpdateIn, broken", (library, step) => library.Tables.AddOrUpdateIn(step.Key, Inner, 1, _ => throw new TimeoutException()), (model, step) => model.TryGetValue(step.Key, out var map) && map.ContainsKey(Inner) ? throw new TimeoutException() : model.Touched(step.Key)[Inner] = 1),
        new("RemoveFrom", (library, step) => (library.Tables.RemoveFrom(step.Key, $"{step.Value}", out var value), value), (model, step) => Remove(model, step)),
        new("TryGetValueIn", (library, step) => (library.Tables.TryGetValueIn(step.Key, $"{step.Value}", out var value), value), (model, step) => { var value = 0; var isThere = model.TryGetValue(step.Key, out var map) && map.TryGetValue($"{step.Value}", out value); return (isThere, value); }),
        new("ContainsIn", (library, step) => library.Tables.ContainsIn(step.Key, Inner), (model, step) => model.TryGetValue(step.Key, out var map) && map.ContainsKey(Inner)),
        new("SetIn(null)", (library, step) => { library.Tables.SetIn(step.Key, null!, 1); return null; }, (_, _) => throw new ArgumentNullException()),
        new("scope", Scope, (model, step) => { model.Touched(step.Key)["new"] = step.Value; return model[step.Key].Count; }),
    ];

    protected override Dictionary<string, Dictionary<string, int>> CreateModel() => new(StringComparer.OrdinalIgnoreCase);

    protected override object Snapshot(Library library) => library.Tables.Snapshot();

    protected override IEnumerable<(string Way, string Content)> Contents(Library library)
    {
        yield return ("Snapshot", Plain.Describe(library.Tables.Snapshot()));
        yield return ("DeepCopy", Plain.Describe(library.Tables.DeepCopy()));
    }

    private static object Scope(Library library, Step step)
    {
        using var state = library.EnterWrite();
        var table = state.Tables.GetOrAdd(step.Key);
        table.Set("new", step.Value);
        return table.Count;
    }

    private static object Remove(Dictionary<string, Dictionary<string, int>> model, Step step)
    {
        var value = 0;
        var found = model.TryGetValue(step.Key, out var map) && map.Remove($"{step.Value}", out value) && model.Left(step.Key, map.Count);
        return (found, value);
    }
}

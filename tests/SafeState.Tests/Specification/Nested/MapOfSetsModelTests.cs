using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Nested;

public sealed class MapOfSetsModelTests : NestedModelTests<SortedDictionary<string, HashSet<string>>>
{
    protected override IReadOnlyList<NestedOperation<SortedDictionary<string, HashSet<string>>>> Operations { get; } =
    [
        new("AddTo", (library, step) => library.Rooms.AddTo(step.Key, $"{step.Value}"), (model, step) => model.Touched(step.Key).Add($"{step.Value}")),
        new("RemoveFrom", (library, step) => library.Rooms.RemoveFrom(step.Key, $"{step.Value}"), (model, step) => model.TryGetValue(step.Key, out var set) && set.Remove($"{step.Value}") && model.Left(step.Key, set.Count)),
        new("ContainsIn", (library, step) => library.Rooms.ContainsIn(step.Key, $"{step.Value}"), (model, step) => model.TryGetValue(step.Key, out var set) && set.Contains($"{step.Value}")),
        new("Set", (library, step) => { library.Rooms.Set(step.Key, [$"{step.Value}", "x"]); return null; }, (model, step) => { model[step.Key] = [$"{step.Value}", "x"]; return null; }),
        new("scope", Scope, (model, step) => { model.Touched(step.Key).Add("new"); return model[step.Key].Remove($"{step.Value}"); }),
        new("Remove", (library, step) => library.Rooms.Remove(step.Key), (model, step) => model.Remove(step.Key)),
    ];

    protected override SortedDictionary<string, HashSet<string>> CreateModel() => new(StringComparer.OrdinalIgnoreCase);

    protected override object Snapshot(Library library) => library.Rooms.Snapshot();

    protected override IEnumerable<(string Way, string Content)> Contents(Library library)
    {
        yield return ("Snapshot", Plain.Describe(library.Rooms.Snapshot()));
        yield return ("DeepCopy", Plain.Describe(library.Rooms.DeepCopy()));
        yield return ("read scope", Plain.Describe(Read(library)));
    }

    private static object Scope(Library library, Step step)
    {
        using var state = library.EnterWrite();
        var room = state.Rooms.GetOrAdd(step.Key);
        room.Add("new");
        return room.Remove($"{step.Value}");
    }

    private static Dictionary<string, HashSet<string>> Read(Library library)
    {
        var copy = new Dictionary<string, HashSet<string>>();
        using var state = library.EnterRead();
        foreach (var (key, members) in state.Rooms)
        {
            copy.Add(key, []);
            foreach (var member in members)
            {
                copy[key].Add(member);
            }
        }

        return copy;
    }
}

using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Nested;

public sealed class ListOfSetsModelTests : NestedModelTests<List<HashSet<string>>>
{
    protected override IReadOnlyList<NestedOperation<List<HashSet<string>>>> Operations { get; } =
    [
        Do("Add", (groups, step) => groups.Add([step.Key]), (model, step) => model.Add([step.Key])),
        Do("Insert", (groups, step) => groups.Insert(step.Value, ["in"]), (model, step) => model.Insert(step.Value, ["in"])),
        Do("Set", (groups, step) => groups.Set(step.Value, ["set"]), (model, step) => model[step.Value] = ["set"]),
        Do("this[] = a snapshot of its own", (groups, step) => groups[0] = groups[step.Value], (model, step) => { var copy = model[step.Value].ToHashSet(); model[0] = copy; }),
        Do("Update", (groups, step) => groups.Update(step.Value, group => [.. group, "more"]), (model, step) => model[step.Value] = [.. model[step.Value], "more"]),
        Do("RemoveAt", (groups, step) => groups.RemoveAt(step.Value), (model, step) => model.RemoveAt(step.Value)),
        Do("AddRange", (groups, step) => groups.AddRange([["x"], [step.Key]]), (model, step) => model.AddRange([["x"], [step.Key]])),
        Do("AddRange of itself", (groups, _) => groups.AddRange(groups.Take(2)), (model, _) => model.AddRange(model.Take(2).Select(group => group.ToHashSet()).ToList())),
        Do("AddRange with null", (groups, _) => groups.AddRange([["x"], null!]), (_, _) => throw new ArgumentNullException()),
        Do("ReplaceAll", (groups, step) => groups.ReplaceAll([[step.Key]]), (model, step) => { model.Clear(); model.Add([step.Key]); }),
        Do("Clear", (groups, _) => groups.Clear(), (model, _) => model.Clear()),
        new("RemoveWhere", (library, step) => library.Groups.RemoveWhere(group => group.Contains(step.Key)), (model, step) => model.RemoveAll(group => group.Contains(step.Key))),
        new("TryGet", (library, step) => (library.Groups.TryGet(step.Value, out var group), group, library.Groups.Count), (model, step) => (model.ElementAtOrDefault(step.Value) is not null, model.ElementAtOrDefault(step.Value), model.Count)),
        Edit("this[].Add", (groups, step) => groups[step.Value].Add("new"), (model, step) => model[step.Value].Add("new")),
        Edit("AddNew().Add", (groups, step) => groups.AddNew().Add(step.Key), (model, step) => model.Add([step.Key])),
        Edit("Set", (groups, step) => groups.Set(step.Value, ["set"]), (model, step) => model[step.Value] = ["set"]),
        Edit("Insert", (groups, step) => groups.Insert(step.Value, ["in"]), (model, step) => model.Insert(step.Value, ["in"])),
        Edit("RemoveAt", (groups, step) => groups.RemoveAt(step.Value), (model, step) => model.RemoveAt(step.Value)),
        Edit("Add", (groups, step) => groups.Add([step.Key]), (model, step) => model.Add([step.Key])),
        Edit("ReplaceAll", (groups, step) => groups.ReplaceAll([[step.Key]]), (model, step) => { model.Clear(); model.Add([step.Key]); }),
        Edit("Clear", (groups, _) => groups.Clear(), (model, _) => model.Clear()),
        Edit("TryGet", (groups, step) => { if (groups.TryGet(step.Value, out var group)) { group.Clear(); } }, (model, step) => model.ElementAtOrDefault(step.Value)?.Clear()),
        Edit("foreach", (groups, step) => { foreach (var group in groups) { group.Add(step.Key); } }, (model, step) => model.ForEach(group => group.Add(step.Key))),
    ];

    private delegate void Editing(Library.GroupsEditor groups, Step step);

    protected override List<HashSet<string>> CreateModel() => [];

    protected override object Snapshot(Library library) => library.Groups.Snapshot();

    protected override IEnumerable<(string Way, string Content)> Contents(Library library)
    {
        yield return ("Snapshot", Plain.Describe(library.Groups.Snapshot()));
        yield return ("Snapshot of all", Plain.Describe(library.Snapshot().Groups));
        yield return ("DeepCopy", Plain.Describe(library.Groups.DeepCopy()));
        yield return ("this[]", Plain.Describe(Enumerable.Range(0, library.Groups.Count).Select(index => library.Groups[index]).ToList()));
        yield return ("Locked", Plain.Describe(Locked(library)));
        yield return ("read scope", Plain.Describe(Read(library)));
    }

    private static NestedOperation<List<HashSet<string>>> Do(string name, Action<Library.GroupsList, Step> act, Action<List<HashSet<string>>, Step> expect) => new(
        name,
        (library, step) => { act(library.Groups, step); return null; },
        (model, step) => { expect(model, step); return null; });

    private static NestedOperation<List<HashSet<string>>> Edit(string name, Editing edit, Action<List<HashSet<string>>, Step> expect) => new(
        "editor." + name,
        (library, step) =>
        {
            using var state = library.EnterWrite();
            edit(state.Groups, step);
            return null;
        },
        (model, step) => { expect(model, step); return null; });

    private static List<HashSet<string>> Locked(Library library)
    {
        var copy = new List<HashSet<string>>();
        foreach (var group in library.Groups.Locked())
        {
            copy.Add(Copy(group));
        }

        return copy;
    }

    private static List<HashSet<string>> Read(Library library)
    {
        var copy = new List<HashSet<string>>();
        using var state = library.EnterRead();
        for (var index = 0; index < state.Groups.Count; index++)
        {
            copy.Add(Copy(state.Groups[index]));
        }

        return copy;
    }

    private static HashSet<string> Copy(SetReader<string> reader)
    {
        var copy = new HashSet<string>();
        foreach (var item in reader)
        {
            copy.Add(item);
        }

        return copy;
    }
}

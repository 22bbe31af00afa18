using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Nested;

public sealed class MapOfArraysModelTests : NestedModelTests<Dictionary<string, string[]>>
{
    protected override IReadOnlyList<NestedOperation<Dictionary<string, string[]>>> Operations { get; } =
    [
        new("Set", (library, step) => { library.Words.Set(step.Key, [step.Key, $"{step.Value}"]); return null; }, (model, step) => { model[step.Key] = [step.Key, $"{step.Value}"]; return null; }),
        new("AddTo", (library, step) => { library.Words.AddTo(step.Key, "x"); return null; }, (model, step) => { model[step.Key] = [.. model.GetValueOrDefault(step.Key, []), "x"]; return null; }),
        new("Set of an element", Scope, (model, step) => model[step.Key].Length > 1 ? model[step.Key][1] = "changed" : "short"),
        new("this[]", (library, step) => library.Words[step.Key], (model, step) => model[step.Key]),
    ];

    protected override Dictionary<string, string[]> CreateModel() => new(StringComparer.OrdinalIgnoreCase);

    protected override object Snapshot(Library library) => library.Words.Snapshot();

    protected override IEnumerable<(string Way, string Content)> Contents(Library library)
    {
        yield return ("Snapshot", Plain.Describe(library.Words.Snapshot()));
        yield return ("DeepCopy", Plain.Describe(library.Words.DeepCopy()));
    }

    private static object Scope(Library library, Step step)
    {
        using var state = library.EnterWrite();
        var words = state.Words[step.Key];
        if (words.Count < 2)
        {
            return "short";
        }

        words.Set(1, "changed");
        return words[1];
    }
}

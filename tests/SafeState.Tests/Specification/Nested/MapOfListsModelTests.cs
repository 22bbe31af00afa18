using SafeState.Tests.Holders;
using SafeState.Tests.Support;
using Model = System.Collections.Generic.Dictionary<string, System.Collections.Generic.List<string>>;

namespace SafeState.Tests.Nested;

public sealed class MapOfListsModelTests : NestedModelTests<Model>
{
    protected override IReadOnlyList<NestedOperation<Model>> Operations { get; } = [.. Single(), .. Several(), .. Inner(), .. Scopes()];

    protected override Model CreateModel() => new(StringComparer.OrdinalIgnoreCase);

    protected override object Snapshot(Library library) => library.Headers.Snapshot();

    protected override IEnumerable<(string Way, string Content)> Contents(Library library)
    {
        yield return ("Snapshot", Plain.Describe(library.Headers.Snapshot()));
        yield return ("Snapshot of all", Plain.Describe(library.Snapshot().Headers));
        yield return ("DeepCopy", Plain.Describe(library.Headers.DeepCopy()));
        yield return ("TryGetValue", Plain.Describe(library.Headers.Keys.ToDictionary(key => key, key => library.Headers.TryGetValue(key, out var values) ? values : null)));
        yield return ("Locked", Plain.Describe(Locked(library)));
        yield return ("read scope", Plain.Describe(Read(library)));
        yield return ("write scope", Plain.Describe(Edit(library)));
    }

    private static IEnumerable<NestedOperation<Model>> Single() =>
    [
        Do("Set", (library, step) => library.Headers.Set(step.Key, Values(step)), (model, step) => model[step.Key] = Values(step)),
        Do("Set to null", (library, step) => library.Headers.Set(step.Key, null!), (_, _) => throw new ArgumentNullException()),
        Do("this[] = a snapshot of its own", (library, step) => library.Headers["c"] = library.Headers[step.Key], (model, step) => model["c"] = [.. model[step.Key]]),
        Do("Add", (library, step) => library.Headers.Add(step.Key, Values(step)), (model, step) => model.Add(step.Key, Values(step))),
        new("TryAdd", (library, step) => library.Headers.TryAdd(step.Key, Values(step)), (model, step) => model.TryAdd(step.Key, Values(step))),
        new("this[]", (library, step) => library.Headers[step.Key], (model, step) => model[step.Key]),
        new("ContainsKey", (library, step) => (library.Headers.ContainsKey(step.Key), library.Headers.Count, library.Headers.IsEmpty), (model, step) => (model.ContainsKey(step.Key), model.Count, model.Count == 0)),
        new("Remove", (library, step) => library.Headers.Remove(step.Key), (model, step) => model.Remove(step.Key)),
        new("Remove, out", (library, step) => (library.Headers.Remove(step.Key, out var values), values), (model, step) => (model.Remove(step.Key, out var values), values)),
        new("GetOrAdd", (library, step) => library.Headers.GetOrAdd(step.Key, Values(step)), (model, step) => GetOrAdd(model, step)),
        new("GetOrAdd, factory", (library, step) => library.Headers.GetOrAdd(step.Key, _ => Values(step)), (model, step) => GetOrAdd(model, step)),
        new("GetOrAdd, factory of nothing", (library, step) => library.Headers.GetOrAdd(step.Key, _ => null!), (model, step) => model.TryGetValue(step.Key, out var values) ? values : throw new ArgumentNullException()),
        new(
            "AddOrUpdate",
            (library, step) => library.Headers.AddOrUpdate(step.Key, Values(step), (key, values) => [.. values, key]),
            (model, step) => model[step.Key] = model.TryGetValue(step.Key, out var values) ? [.. values, step.Key] : Values(step)),
        new("Update", (library, step) => library.Headers.Update(step.Key, (_, values) => [.. values, "more"]), (model, step) => Updated(model, step, values => [.. values, "more"])),
        new("TryUpdate", (library, step) => TryUpdate(library, step, library.Headers), (model, step) => Updated(model, step, _ => Values(step))),
        new("TryUpdate too late", (library, step) => TryUpdate(library, step, new Library().Headers), (_, _) => false),
    ];

    private static IEnumerable<NestedOperation<Model>> Several() =>
    [
        Do("Clear", (library, _) => library.Headers.Clear(), (model, _) => model.Clear()),
        Do("ReplaceAll", (library, step) => library.Headers.ReplaceAll(Pairs(step)), (model, step) => Replace(model, Pairs(step))),
        Do("ReplaceAll, twice the same key", (library, step) => library.Headers.ReplaceAll([new(step.Key, []), .. Pairs(step), new(step.Key, [])]), (_, _) => throw new ArgumentException()),
        Do("ReplaceAll by some of itself", (library, step) => library.Headers.ReplaceAll(library.Headers.Where(pair => pair.Key != step.Key)), (model, step) => Replace(model, model.Where(pair => pair.Key != step.Key))),
        Do("ReplaceAll, broken", (library, step) => library.Headers.ReplaceAll(Broken(step)), (_, _) => throw new TimeoutException()),
        Do("AddRange", (library, step) => library.Headers.AddRange(Pairs(step)), (model, step) => AddAll(model, Pairs(step))),
        Do("SetRange", (library, step) => library.Headers.SetRange(Pairs(step)), (model, step) => SetAll(model, Pairs(step))),
        Do("SetRange, nothing", (library, _) => library.Headers.SetRange(new Model()), (_, _) => { }),
        new("RemoveWhere", (library, step) => library.Headers.RemoveWhere((_, values) => values.Count <= step.Value), (model, step) => RemoveWhere(model, step)),
    ];

    private static IEnumerable<NestedOperation<Model>> Inner() =>
    [
        Do("AddTo", (library, step) => library.Headers.AddTo(step.Key, $"{step.Value}"), (model, step) => Touched(model, step).Add($"{step.Value}")),
        new("RemoveFrom", (library, step) => library.Headers.RemoveFrom(step.Key, $"{step.Value}"), RemoveFrom),
        new("ContainsIn", (library, step) => library.Headers.ContainsIn(step.Key, $"{step.Value}"), (model, step) => model.TryGetValue(step.Key, out var values) && values.Contains($"{step.Value}")),
    ];

    private static IEnumerable<NestedOperation<Model>> Scopes() =>
    [
        Edit("nothing", (_, _) => null, (_, _) => null),
        Edit("GetOrAdd().Add", (headers, step) => { headers.GetOrAdd(step.Key).Add("new"); return null; }, (model, step) => { Touched(model, step).Add("new"); return null; }),
        Edit("this[].Add", (headers, step) => { headers[step.Key].Add("there"); return null; }, (model, step) => { model[step.Key].Add("there"); return null; }),
        Edit("TryGetValue().Clear", (headers, step) => { var isThere = headers.TryGetValue(step.Key, out var values); if (isThere) { values.Clear(); } return isThere; }, (model, step) => { var isThere = model.TryGetValue(step.Key, out var values); values?.Clear(); return isThere; }),
        Edit("Set", (headers, step) => { headers.Set(step.Key, Values(step)); return headers.Count; }, (model, step) => { model[step.Key] = Values(step); return model.Count; }),
        Edit("TryAdd", (headers, step) => headers.TryAdd(step.Key, Values(step)), (model, step) => model.TryAdd(step.Key, Values(step))),
        Edit("Add", (headers, step) => { headers.Add(step.Key, Values(step)); return null; }, (model, step) => { model.Add(step.Key, Values(step)); return null; }),
        Edit("Remove, out", (headers, step) => (headers.Remove(step.Key, out var values), values), (model, step) => (model.Remove(step.Key, out var values), values)),
        Edit("Remove", (headers, step) => headers.Remove(step.Key), (model, step) => model.Remove(step.Key)),
        Edit("Clear", (headers, _) => { headers.Clear(); return headers.IsEmpty; }, (model, _) => { model.Clear(); return true; }),
        Edit("ReplaceAll", (headers, step) => { headers.ReplaceAll(Pairs(step)); return null; }, (model, step) => { Replace(model, Pairs(step)); return null; }),
        Edit("foreach", (headers, step) => { foreach (var (key, values) in headers) { values.Add(key + step.Value); } return null; }, (model, step) => { foreach (var (key, values) in model) { values.Add(key + step.Value); } return null; }),
    ];

    private delegate object? Editing(Library.HeadersEditor headers, Step step);

    private static NestedOperation<Model> Edit(string name, Editing edit, Func<Model, Step, object?> expect) => new(
        "editor." + name,
        (library, step) =>
        {
            using var state = library.EnterWrite();
            return edit(state.Headers, step);
        },
        expect);

    private static NestedOperation<Model> Do(string name, Action<Library, Step> act, Action<Model, Step> expect) => new(
        name,
        (library, step) => { act(library, step); return null; },
        (model, step) => { expect(model, step); return null; });

    private static List<string> Values(Step step) => [.. Enumerable.Range(0, Math.Max(0, step.Value)).Select(number => $"{number}")];

    private static Model Pairs(Step step) => new() { [step.Key] = Values(step), [step.Key + "+"] = ["plus"] };

    private static IEnumerable<KeyValuePair<string, List<string>>> Broken(Step step)
    {
        yield return new(step.Key, Values(step));
        throw new TimeoutException();
    }

    private static bool TryUpdate(Library library, Step step, IReadOnlyDictionary<string, ListSnapshot<string>> seen) =>
        library.Headers.TryUpdate(step.Key, Values(step), seen.GetValueOrDefault(step.Key)!);

    private static List<string> GetOrAdd(Model model, Step step)
    {
        model.TryAdd(step.Key, Values(step));
        return model[step.Key];
    }

    private static List<string> Touched(Model model, Step step)
    {
        model.TryAdd(step.Key, []);
        return model[step.Key];
    }

    private static object Updated(Model model, Step step, Func<List<string>, List<string>> update)
    {
        if (!model.TryGetValue(step.Key, out var values))
        {
            return false;
        }

        model[step.Key] = update(values);
        return true;
    }

    private static object RemoveFrom(Model model, Step step)
    {
        if (!model.TryGetValue(step.Key, out var values) || !values.Remove($"{step.Value}"))
        {
            return false;
        }

        if (values.Count == 0)
        {
            model.Remove(step.Key);
        }

        return true;
    }

    private static object RemoveWhere(Model model, Step step)
    {
        var removed = model.Where(pair => pair.Value.Count <= step.Value).Select(pair => pair.Key).ToList();
        removed.ForEach(key => model.Remove(key));
        return removed.Count;
    }

    private static void Replace(Model model, IEnumerable<KeyValuePair<string, List<string>>> pairs)
    {
        var replacement = pairs.ToList();
        model.Clear();
        SetAll(model, replacement);
    }

    private static void AddAll(Model model, Model pairs)
    {
        if (pairs.Keys.Any(model.ContainsKey))
        {
            throw new ArgumentException("A key is there.");
        }

        SetAll(model, pairs);
    }

    private static void SetAll(Model model, IEnumerable<KeyValuePair<string, List<string>>> pairs)
    {
        foreach (var (key, values) in pairs)
        {
            model[key] = values;
        }
    }

    private static Model Locked(Library library)
    {
        var copy = new Model();
        foreach (var (key, values) in library.Headers.Locked())
        {
            copy.Add(key, Copy(values));
        }

        return copy;
    }

    private static Model Read(Library library)
    {
        var copy = new Model();
        using var state = library.EnterRead();
        foreach (var (key, _) in state.Headers)
        {
            copy.Add(key, state.Headers.TryGetValue(key, out var values) && state.Headers.ContainsKey(key) ? Copy(values) : []);
        }

        return copy;
    }

    private static Model Edit(Library library)
    {
        var copy = new Model();
        using var state = library.EnterWrite();
        foreach (var entry in state.Headers)
        {
            var values = new List<string>();
            foreach (var value in entry.Value)
            {
                values.Add(value);
            }

            copy.Add(entry.Key, values);
        }

        return copy;
    }

    private static List<string> Copy(ListReader<string> reader)
    {
        var copy = new List<string>();
        foreach (var value in reader)
        {
            copy.Add(value);
        }

        return copy;
    }
}

using SafeState.Tests.Holders;
using SafeState.Tests.Support;
using Model = System.Collections.Generic.IDictionary<string, int>;

namespace SafeState.Tests.Models;

/// <summary>What the two kinds of maps have in common: their operations from outside and in scopes.</summary>
public abstract class MapModelTests : ModelTests<Model>
{
    /// <summary>Does something to the map in a read scope.</summary>
    private protected delegate object? Reading(MapReader<string, int> map, Step step);

    /// <summary>Does something to the map in a write scope.</summary>
    private protected delegate object? Editing(MapEditor<string, int> map, Step step);

    private protected abstract object? InReadScope(Board board, Step step, Reading read);

    private protected abstract object? InWriteScope(Board board, Step step, Editing edit);

    private protected static string Enumerate(MapReader<string, int> map, bool isSorted)
    {
        var entries = new List<KeyValuePair<string, int>>();
        foreach (var entry in map)
        {
            entries.Add(entry);
        }

        return isSorted ? Texts.InOrder(entries) : Texts.Sorted(entries);
    }

    private protected IEnumerable<Operation<Model>> InScopes() =>
    [
        Read("reader.TryGetValue", (map, step) => MapOperations.Find(map.TryGetValue(step.Key, out var value), value), (model, step) => MapOperations.Find(model.TryGetValue(step.Key, out var value), value)),
        Read("reader.get", (map, step) => map[step.Key], (model, step) => model[step.Key]),
        Read("reader.ContainsKey", (map, step) => map.ContainsKey(step.Key), (model, step) => model.ContainsKey(step.Key)),
        Read("reader.ContainsKey(null)", (map, _) => map.ContainsKey(null!), (model, _) => model.ContainsKey(null!)),
        Read("reader.Count", (map, _) => (map.Count, map.IsEmpty), (model, _) => (model.Count, model.Count == 0)),
        Operation<Model>.Read("editor.nothing", Edit((_, _) => null), (_, _) => null),
        Operation<Model>.Read(
            "editor.TryGetValue",
            Edit((map, step) => MapOperations.Find(map.TryGetValue(step.Key, out var value), value)),
            (model, step) => MapOperations.Find(model.TryGetValue(step.Key, out var value), value)),
        Operation<Model>.Read("editor.get", Edit((map, step) => map[step.Key]), (model, step) => model[step.Key]),
        Operation<Model>.Read("editor.ContainsKey", Edit((map, step) => map.ContainsKey(step.Key)), (model, step) => model.ContainsKey(step.Key)),
        Operation<Model>.Read("editor.Count", Edit((map, _) => (map.Count, map.IsEmpty)), (model, _) => (model.Count, model.Count == 0)),
        Operation<Model>.Read(
            "editor.foreach",
            Edit((map, _) =>
            {
                var sum = 0;
                foreach (var (key, value) in map)
                {
                    sum += key[0] * value;
                }

                return sum;
            }),
            (model, _) => model.Sum(pair => pair.Key[0] * pair.Value)),
        Operation<Model>.Write("editor.Set", Edit((map, step) => { map.Set(step.Key, step.Value); return null; }), (model, step) => { model[step.Key] = step.Value; return null; }),
        Operation<Model>.Write("editor.set", Edit((map, step) => map[step.Key] = step.Value), (model, step) => model[step.Key] = step.Value),
        Operation<Model>.Write("editor.Set(null)", Edit((map, step) => map[null!] = step.Value), (model, step) => model[null!] = step.Value),
        Operation<Model>.Write("editor.Add", Edit((map, step) => { map.Add(step.Key, step.Value); return null; }), (model, step) => { model.Add(step.Key, step.Value); return null; }),
        Operation<Model>.Try("editor.TryAdd", Edit((map, step) => map.TryAdd(step.Key, step.Value)), (model, step) => model.TryAdd(step.Key, step.Value)),
        Operation<Model>.Try("editor.Remove", Edit((map, step) => map.Remove(step.Key)), (model, step) => model.Remove(step.Key)),
        new(
            "editor.Remove(out)",
            Edit((map, step) => MapOperations.Find(map.Remove(step.Key, out var value), value)),
            (model, step) =>
            {
                var found = model.Remove(step.Key, out var value);
                return new Outcome(MapOperations.Find(found, value), found);
            }),
        new(
            "editor.Clear",
            Edit((map, _) =>
            {
                map.Clear();
                return null;
            }),
            (model, _) =>
            {
                var outcome = new Outcome(null, model.Count > 0);
                model.Clear();
                return outcome;
            }),
        .. new (string Name, Func<Step, IEnumerable<KeyValuePair<string, int>>> Pairs)[] { ("some", MapOperations.Some), ("twice", MapOperations.Twice), ("broken", MapOperations.Broken) }.Select(given =>
            Operation<Model>.Write(
                $"editor.ReplaceAll({given.Name})",
                Edit((map, step) => { map.ReplaceAll(given.Pairs(step)); return null; }),
                (model, step) => { MapOperations.Replace(model, given.Pairs(step)); return null; })),
        Operation<Model>.Write(
            "editor.several in one scope",
            Edit((map, step) =>
            {
                map.Set(step.Key, step.Value);
                map.Set("a", map[step.Key] + map.Count);
                return map.Remove("b");
            }),
            (model, step) =>
            {
                model[step.Key] = step.Value;
                model["a"] = model[step.Key] + model.Count;
                return model.Remove("b");
            }),
    ];

    private Operation<Model> Read(string name, Reading read, Func<Model, Step, object?> expect) =>
        Operation<Model>.Read(name, (board, step) => InReadScope(board, step, read), expect);

    private Func<Board, Step, object?> Edit(Editing edit) => (board, step) => InWriteScope(board, step, edit);
}

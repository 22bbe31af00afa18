using SafeState.Gates;
using SafeState.Tests.Holders;
using SafeState.Tests.Support;
using Model = System.Collections.Generic.IDictionary<string, int>;
using Pair = System.Collections.Generic.KeyValuePair<string, int>;

namespace SafeState.Tests.Models;

/// <summary>Every member of a map's facade.</summary>
internal static class MapOperations
{
    /// <param name="map">The facade to test.</param>
    public static IEnumerable<Operation<Model>> Of<TGate>(Func<Board, MapFacade<string, int, TGate>> map)
        where TGate : struct, IGate<TGate> =>
        [.. Reads(map), .. Writes(map), .. Delegates(map), .. Ranges(map)];

    /// <summary>Some pairs to give to a map.</summary>
    public static IEnumerable<Pair> Some(Step step) => [new(step.Key, step.Value), new("x", step.Value)];

    /// <summary>Pairs with a key twice, told from each other by case only.</summary>
    public static IEnumerable<Pair> Twice(Step step) => [new("y", 1), new("z", step.Value), new("Z", 3)];

    /// <summary>Pairs that end in an exception.</summary>
    public static IEnumerable<Pair> Broken(Step step)
    {
        yield return new("y", step.Value);
        throw new TimeoutException();
    }

    /// <summary>What a list of pairs does to a model, all at once or not at all.</summary>
    public static void Add(Model model, IEnumerable<Pair> pairs)
    {
        var added = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in pairs)
        {
            added.Add(key, value);
        }

        if (added.Keys.Any(model.ContainsKey))
        {
            throw new ArgumentException("A key is there already.");
        }

        foreach (var (key, value) in added)
        {
            model.Add(key, value);
        }
    }

    public static void Replace(Model model, IEnumerable<Pair> pairs)
    {
        var replacement = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        Add(replacement, pairs);
        model.Clear();
        Add(model, replacement);
    }

    public static void Set(Model model, IEnumerable<Pair> pairs)
    {
        var all = pairs.ToList();
        ArgumentNullException.ThrowIfNull(all.Any(pair => pair.Key is null) ? null : all);
        all.ForEach(pair => model[pair.Key] = pair.Value);
    }

    public static string Find(bool found, int value) => found ? $"found {value}" : "nothing";

    public static int RemoveWhere(Model model, Func<string, int, bool> predicate)
    {
        var removed = model.Where(pair => predicate(pair.Key, pair.Value)).ToList();
        removed.ForEach(pair => model.Remove(pair.Key));
        return removed.Count;
    }

    private static IEnumerable<Operation<Model>> Reads<TGate>(Func<Board, MapFacade<string, int, TGate>> map)
        where TGate : struct, IGate<TGate> =>
    [
        Operation<Model>.Read(
            "TryGetValue",
            (board, step) => Find(map(board).TryGetValue(step.Key, out var value), value),
            (model, step) => Find(model.TryGetValue(step.Key, out var value), value)),
        Operation<Model>.Read("get", (board, step) => map(board)[step.Key], (model, step) => model[step.Key]),
        Operation<Model>.Read("ContainsKey", (board, step) => map(board).ContainsKey(step.Key), (model, step) => model.ContainsKey(step.Key)),
        Operation<Model>.Read("ContainsKey(null)", (board, _) => map(board).ContainsKey(null!), (model, _) => model.ContainsKey(null!)),
        Operation<Model>.Read("Count", (board, _) => map(board).Count, (model, _) => model.Count),
        Operation<Model>.Read("IsEmpty", (board, _) => map(board).IsEmpty, (model, _) => model.Count == 0),
        Operation<Model>.Read("Keys", (board, _) => Texts.Sorted(map(board).Keys), (model, _) => Texts.Sorted(model.Keys)),
        Operation<Model>.Read("Values", (board, _) => Texts.Sorted(map(board).Values), (model, _) => Texts.Sorted(model.Values)),
        Operation<Model>.Read("Sum", (board, _) => map(board).Sum(pair => pair.Value), (model, _) => model.Sum(pair => pair.Value)),
        Operation<Model>.Read(
            "ForEach",
            (board, _) =>
            {
                var sum = 0;
                map(board).ForEach((key, value) => sum += key[0] * value);
                return sum;
            },
            (model, _) => model.Sum(pair => pair.Key[0] * pair.Value)),
    ];

    private static IEnumerable<Operation<Model>> Writes<TGate>(Func<Board, MapFacade<string, int, TGate>> map)
        where TGate : struct, IGate<TGate> =>
    [
        Operation<Model>.Write("Set", (board, step) => { map(board).Set(step.Key, step.Value); return null; }, (model, step) => { model[step.Key] = step.Value; return null; }),
        Operation<Model>.Write("set", (board, step) => map(board)[step.Key] = step.Value, (model, step) => model[step.Key] = step.Value),
        Operation<Model>.Write("Set(null)", (board, step) => map(board)[null!] = step.Value, (model, step) => model[null!] = step.Value),
        Operation<Model>.Write("Add", (board, step) => { map(board).Add(step.Key, step.Value); return null; }, (model, step) => { model.Add(step.Key, step.Value); return null; }),
        Operation<Model>.Try("TryAdd", (board, step) => map(board).TryAdd(step.Key, step.Value), (model, step) => model.TryAdd(step.Key, step.Value)),
        Operation<Model>.Try("Remove", (board, step) => map(board).Remove(step.Key), (model, step) => model.Remove(step.Key)),
        new(
            "Remove(out)",
            (board, step) => Find(map(board).Remove(step.Key, out var value), value),
            (model, step) =>
            {
                var found = model.Remove(step.Key, out var value);
                return new Outcome(Find(found, value), found);
            }),
        Operation<Model>.Try(
            "TryUpdate",
            (board, step) => map(board).TryUpdate(step.Key, step.Value, 1),
            (model, step) =>
            {
                var isEqual = model.TryGetValue(step.Key, out var value) && value == 1;
                if (isEqual)
                {
                    model[step.Key] = step.Value;
                }

                return isEqual;
            }),
        new(
            "Clear",
            (board, _) =>
            {
                map(board).Clear();
                return null;
            },
            (model, _) =>
            {
                var outcome = new Outcome(null, model.Count > 0);
                model.Clear();
                return outcome;
            }),
    ];

    private static IEnumerable<Operation<Model>> Delegates<TGate>(Func<Board, MapFacade<string, int, TGate>> map)
        where TGate : struct, IGate<TGate> =>
    [
        GetOrAdd("GetOrAdd(value)", (board, step) => map(board).GetOrAdd(step.Key, step.Value)),
        GetOrAdd("GetOrAdd(factory)", (board, step) => map(board).GetOrAdd(step.Key, _ => step.Value)),
        GetOrAdd("GetOrAdd(factory, argument)", (board, step) => map(board).GetOrAdd(step.Key, static (_, value) => value, step.Value)),
        Operation<Model>.Read(
            "GetOrAdd(failing)",
            (board, step) => map(board).GetOrAdd(step.Key, _ => throw new TimeoutException()),
            (model, step) => model.TryGetValue(step.Key, out var value) ? value : throw new TimeoutException()),
        AddOrUpdate("AddOrUpdate(value)", (board, step) => map(board).AddOrUpdate(step.Key, step.Value, (_, value) => value + 10)),
        AddOrUpdate("AddOrUpdate(factory)", (board, step) => map(board).AddOrUpdate(step.Key, _ => step.Value, (_, value) => value + 10)),
        AddOrUpdate(
            "AddOrUpdate(factory, argument)",
            (board, step) => map(board).AddOrUpdate(step.Key, static (_, step) => step.Value, static (_, value, _) => value + 10, step)),
        Operation<Model>.Read(
            "AddOrUpdate(failing)",
            (board, step) => map(board).AddOrUpdate(step.Key, _ => throw new TimeoutException(), (_, _) => throw new ArithmeticException()),
            (model, step) => throw (model.ContainsKey(step.Key) ? new ArithmeticException() : new TimeoutException())),
        Update("Update", (board, step) => map(board).Update(step.Key, (key, value) => value + key.Length)),
        Update("Update(argument)", (board, step) => map(board).Update(step.Key, static (_, value, more) => value + more, 1)),
        Operation<Model>.Read(
            "Update(failing)",
            (board, step) => map(board).Update(step.Key, (_, _) => throw new TimeoutException()),
            (model, step) => model.ContainsKey(step.Key) ? throw new TimeoutException() : false),
        Operation<Model>.Try(
            "RemoveWhere",
            (board, step) => map(board).RemoveWhere((_, value) => value < step.Value),
            (model, step) => RemoveWhere(model, (_, value) => value < step.Value)),
        Operation<Model>.Try(
            "RemoveWhere(argument)",
            (board, step) => map(board).RemoveWhere(static (key, _, wanted) => key == wanted, step.Key),
            (model, step) => RemoveWhere(model, (key, _) => key == step.Key)),
        Operation<Model>.Try(
            "RemoveWhere(failing)",
            (board, step) => map(board).RemoveWhere((key, _) => key == step.Key ? throw new TimeoutException() : true),
            (model, step) => model.Any(pair => pair.Key == step.Key) ? throw new TimeoutException() : RemoveWhere(model, (_, _) => true)),
    ];

    private static IEnumerable<Operation<Model>> Ranges<TGate>(Func<Board, MapFacade<string, int, TGate>> map)
        where TGate : struct, IGate<TGate> =>
    [
        .. new (string Name, Func<Step, IEnumerable<Pair>> Pairs)[] { ("some", Some), ("twice", Twice), ("broken", Broken), ("null key", _ => [new(null!, 1)]) }.SelectMany(given => new[]
        {
            Operation<Model>.Write(
                $"ReplaceAll({given.Name})",
                (board, step) => { map(board).ReplaceAll(given.Pairs(step)); return null; },
                (model, step) => { Replace(model, given.Pairs(step)); return null; }),
            Operation<Model>.Write(
                $"AddRange({given.Name})",
                (board, step) => { map(board).AddRange(given.Pairs(step)); return null; },
                (model, step) => { Add(model, given.Pairs(step)); return null; }),
            Operation<Model>.Write(
                $"SetRange({given.Name})",
                (board, step) => { map(board).SetRange(given.Pairs(step)); return null; },
                (model, step) => { Set(model, given.Pairs(step)); return null; }),
        }),
        Operation<Model>.Read("AddRange(nothing)", (board, _) => { map(board).AddRange([]); return null; }, (_, _) => null),
        Operation<Model>.Read("SetRange(null)", (board, _) => { map(board).SetRange(null!); return null; }, (_, _) => throw new ArgumentNullException()),
        new(
            "ReplaceAll(some of itself)",
            (board, step) =>
            {
                map(board).ReplaceAll(map(board).Where(pair => pair.Value >= step.Value));
                return null;
            },
            (model, step) =>
            {
                var wasEmpty = model.Count == 0;
                RemoveWhere(model, (_, value) => value < step.Value);
                return new Outcome(null, !wasEmpty);
            }),
    ];

    private static Operation<Model> GetOrAdd(string name, Func<Board, Step, object?> act) => new(name, act, (model, step) =>
    {
        var isAdded = model.TryAdd(step.Key, step.Value);
        return new Outcome(model[step.Key], isAdded);
    });

    private static Operation<Model> AddOrUpdate(string name, Func<Board, Step, object?> act) => Operation<Model>.Write(
        name,
        act,
        (model, step) => model[step.Key] = model.TryGetValue(step.Key, out var value) ? value + 10 : step.Value);

    private static Operation<Model> Update(string name, Func<Board, Step, object?> act) => Operation<Model>.Try(name, act, (model, step) =>
    {
        if (!model.TryGetValue(step.Key, out var value))
        {
            return false;
        }

        model[step.Key] = value + 1;
        return true;
    });
}

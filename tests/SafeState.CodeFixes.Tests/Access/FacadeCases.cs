namespace SafeState.CodeFixes.Tests.Access;

/// <summary>One touch in a method: one operation of the facade, or the getter.</summary>
internal static class FacadeCases
{
    public static readonly AccessCase[] All =
    [
        .. Expressions(
            ("an element is set", "void M(string key) => _counts[key] = 1;", "void M(string key) => Counts[key] = 1;"),
            ("an element is read", "int M(string key) => _counts[key];", "int M(string key) => Counts[key];"),
            ("an element is looked for", "bool M(string key, out int count) => _counts.TryGetValue(key, out count);", "bool M(string key, out int count) => Counts.TryGetValue(key, out count);"),
            ("an element is added", "void M(string key) => _counts.Add(key, 1);", "void M(string key) => Counts.Add(key, 1);"),
            ("an element is tried to be added", "bool M(string key) => _counts.TryAdd(key, 1);", "bool M(string key) => Counts.TryAdd(key, 1);"),
            ("an element is removed", "bool M(string key) => _counts.Remove(key);", "bool M(string key) => Counts.Remove(key);"),
            ("an element is removed and kept", "bool M(string key) => _counts.Remove(key, out _);", "bool M(string key) => Counts.Remove(key, out _);"),
            ("a key is asked for", "bool M(string key) => _counts.ContainsKey(key);", "bool M(string key) => Counts.ContainsKey(key);"),
            ("elements are counted", "int M() => this._counts.Count;", "int M() => this.Counts.Count;"),
            ("all is cleared", "void M() => _counts.Clear();", "void M() => Counts.Clear();"),
            ("a default is given", "int M(string key) => _counts.GetValueOrDefault(key, 7);", "int M(string key) => Counts.GetValueOrDefault(key, 7);"),
            ("keys are handed out", "IEnumerable<string> M() => _counts.Keys;", "IEnumerable<string> M() => Counts.Keys;"),
            ("values are summed", "int M() => _counts.Values.Sum();", "int M() => Counts.Values.Sum();"),
            ("a key is looked for among keys", "bool M(string key) => _counts.Keys.Contains(key);", "bool M(string key) => Counts.Keys.Contains(key);"),
            ("a map is queried", "List<string> M() => _counts.Where(pair => pair.Value > 1).Select(pair => pair.Key).ToList();", "List<string> M() => Counts.Where(pair => pair.Value > 1).Select(pair => pair.Key).ToList();"),
            ("a map is handed out to be read", "IReadOnlyDictionary<string, int> M() => _counts;", "IReadOnlyDictionary<string, int> M() => Counts;"),
            ("a map is copied", "Dictionary<string, int> M() => new(_counts);", "Dictionary<string, int> M() => new(Counts);"),
            ("a sorted map is read", "string M(int key) => _names[key];", "string M(int key) => Names[key];"),
            ("a room is added", "bool M(string room) => _rooms.Add(room);", "bool M(string room) => Rooms.Add(room);"),
            ("rooms are added", "void M(string[] rooms) => _rooms.UnionWith(rooms);", "void M(string[] rooms) => Rooms.AddRange(rooms);"),
            ("sets are compared", "bool M(string[] rooms) => _rooms.IsSubsetOf(rooms);", "bool M(string[] rooms) => Rooms.IsSubsetOf(rooms);"),
            ("a line is added", "void M(string line) => _log.Add(line);", "void M(string line) => Log.Add(line);"),
            ("lines are added", "void M(string[] lines) => _log.AddRange(lines);", "void M(string[] lines) => Log.AddRange(lines);"),
            ("lines are removed", "int M() => _log.RemoveAll(line => line.Length == 0);", "int M() => Log.RemoveWhere(line => line.Length == 0);"),
            ("a line is found", "string? M() => _log.Find(line => line.Length == 0);", "string? M() => Log.FirstOrDefault(line => line.Length == 0);"),
            ("a list becomes an array", "string[] M() => _log.ToArray();", "string[] M() => Log.ToArray();"),
            ("a list is spread", "string[] M() => [.. _log, \"end\"];", "string[] M() => [.. Log.Snapshot(), \"end\"];"),
            ("a list is joined", "string M() => string.Join(\", \", _log);", "string M() => string.Join(\", \", Log);"),
            ("a line is replaced", "void M(int index) => _log[index] = \"\";", "void M(int index) => Log[index] = \"\";"),
            ("a job is queued", "void M() => _jobs.Enqueue(1);", "void M() => Jobs.Enqueue(1);"),
            ("a job is taken", "bool M(out int job) => _jobs.TryDequeue(out job);", "bool M(out int job) => Jobs.TryDequeue(out job);"),
            ("a job is taken from a queue that may be empty", "int M() => _jobs.Dequeue();", "int M() => Jobs.TryDequeue(out var taken) ? taken : throw new InvalidOperationException(\"The queue is empty.\");"),
            ("a job is taken in an expression", "int M() => _jobs.Dequeue() + 1;", "int M() => (Jobs.TryDequeue(out var taken) ? taken : throw new InvalidOperationException(\"The queue is empty.\")) + 1;"),
            ("a job is taken and thrown away", "void M() => _jobs.Dequeue();", "void M() => _ = Jobs.TryDequeue(out var taken) ? taken : throw new InvalidOperationException(\"The queue is empty.\");"),
            ("a job is looked at", "int M() => _jobs.Peek();", "int M() => Jobs.TryPeek(out var next) ? next : throw new InvalidOperationException(\"The queue is empty.\");"),
            ("a map in a map is read", "int M(string key) => _grid[key][key];", "int M(string key) => Grid[key][key];"),
            ("a list far inside is counted", "int M(string key) => _archive[key][1].Count;", "int M(string key) => Archive[key][1].Count;"),
            ("an element of an inner list is read", "int M(string key) => _scores[key][0];", "int M(string key) => Scores[key][0];"),
            ("a key far inside is asked for", "bool M(string key) => _archive[key].ContainsKey(1);", "bool M(string key) => Archive[key].ContainsKey(1);"),
            ("a scalar is read", "int M() => _peak;", "int M() => Peak;"),
            ("an enumeration value is written out", "string M() => _day.ToString();", "string M() => Day.ToString();"),
            ("a scalar's member is read", "int M() => _last.X;", "int M() => Last.X;"),
            ("a scalar is read atomically by hand", "long M() => Interlocked.Read(ref _total);", "long M() => Total;"),
            ("another instance is read", "static int M(Hub other) => other._counts.Count;", "static int M(Hub other) => other.Counts.Count;"),
            ("an instance that may be null is read", "static int? M(Hub? other) => other?._peak;", "static int? M(Hub? other) => other?.Peak;"),
            ("a parameter hides the property", "int M(int Counts) => _counts.Count + Counts;", "int M(int Counts) => this.Counts.Count + Counts;"),
            ("a property that does more is read", "string Text => $\"{_peak}!\"; ", "string Text => $\"{Peak}!\"; "),
            ("a lambda reads", "Func<int> M() => () => _peak;", "Func<int> M() => () => Peak;")),
        new(
            "an enumeration",
            """
            public void M()
            {
                foreach (var (key, count) in _counts) // all
                {
                    Console.WriteLine(key + count);
                }
            }
            """,
            """
            public void M()
            {
                foreach (var (key, count) in Counts) // all
                {
                    Console.WriteLine(key + count);
                }
            }
            """),
        new(
            "a list that begins anew",
            """
            public void M()
            {
                _log.Clear();
            }

            public void N() => _log.Insert(0, "first");
            """,
            """
            public void M()
            {
                Log.Clear();
            }

            public void N() => Log.Insert(0, "first");
            """),
        new(
            "touches between which a method waits",
            """
            public async Task M(string key)
            {
                _counts[key] = 1;
                await Task.Yield();
                _counts.Remove(key);
            }
            """,
            """
            public async Task M(string key)
            {
                Counts[key] = 1;
                await Task.Yield();
                Counts.Remove(key);
            }
            """),
        new(
            "touches between which others are called",
            """
            public void M(Action changed)
            {
                _counts["a"] = 1;
                changed();
                _counts.Remove("a");
            }
            """,
            """
            public void M(Action changed)
            {
                Counts["a"] = 1;
                changed();
                Counts.Remove("a");
            }
            """),
        new(
            "a constructor",
            """
            public Hub()
            {
                _peak = 3;
                _counts.Add("a", 1);
            }
            """,
            """
            public Hub()
            {
                _peak = 3;
                Counts.Add("a", 1);
            }
            """),
        AccessCase.Unchanged("a constructor that assigns afterwards", "public Hub()\n{\n    _counts.Add(\"a\", 1);\n    _peak = 3;\n}"),
        AccessCase.Unchanged("the raw map leaves", "public Dictionary<string, int> M() => _counts;"),
        AccessCase.Unchanged("the raw map gets a second name", "public int M()\n{\n    var alias = _counts;\n    return alias.Count;\n}"),
        AccessCase.Unchanged("the raw map is given away", "public void M(List<Dictionary<string, int>> all) => all.Add(_counts);"),
        AccessCase.Unchanged("a comparer is asked for", "public object M() => _counts.Comparer;"),
        AccessCase.Unchanged("a list is sorted in place", "public void M() => _log.Sort();"),
        AccessCase.Unchanged("a reference to the variable is taken", "public void M() => N(ref _peak);\n\nprivate static void N(ref int value) => value++;"),
        AccessCase.Unchanged("a predicate is of a type of its own", "public int M(Predicate<string> predicate) => _log.RemoveAll(predicate);"),
        AccessCase.Unchanged("an element counted from the end", "public string M() => _log[^1];"),
    ];

    private static IEnumerable<AccessCase> Expressions(params (string Name, string Before, string After)[] cases) =>
        cases.Select(one => new AccessCase(one.Name, $"public {one.Before}", $"public {one.After}"));
}

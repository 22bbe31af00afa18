namespace SafeState.CodeFixes.Tests.Access;

/// <summary>Collections in a map: read from snapshots, changed through views.</summary>
internal static class NestedCases
{
    public static readonly AccessCase[] All =
    [
        new(
            "an inner list that is made where there is none",
            """
            public void M(string key, int score)
            {
                if (!_scores.TryGetValue(key, out var scores))
                {
                    scores = new List<int>();
                    _scores[key] = scores;
                }

                scores.Add(score);
            }

            public bool N(string key, string tag)
            {
                // One set for each.
                if (!_tags.TryGetValue(key, out var tags))
                {
                    tags = [];
                    _tags.Add(key, tags);
                }

                return tags.Add(tag);
            }
            """,
            """
            public void M(string key, int score)
            {
                using var state = EnterWrite();
                var scores = state.Scores.GetOrAdd(key);

                scores.Add(score);
            }

            public bool N(string key, string tag)
            {
                using var state = EnterWrite();
                // One set for each.
                var tags = state.Tags.GetOrAdd(key);

                return tags.Add(tag);
            }
            """),
        new(
            "an inner set that goes when it is empty",
            """
            public void M(string key, string tag)
            {
                if (_tags.TryGetValue(key, out var tags))
                {
                    tags.Remove(tag);
                    if (tags.Count == 0)
                    {
                        _tags.Remove(key);
                    }
                }
            }
            """,
            """
            public void M(string key, string tag)
            {
                using var state = EnterWrite();
                if (state.Tags.TryGetValue(key, out var tags))
                {
                    tags.Remove(tag);
                    if (tags.Count == 0)
                    {
                        state.Tags.Remove(key);
                    }
                }
            }
            """),
        new(
            "inner collections that are only read",
            """
            public int M(string key) => _scores[key].Count;

            public bool N(string key, string tag) => _tags.TryGetValue(key, out var tags) && tags.Contains(tag);

            public bool O(string key) => _scores.ContainsKey(key);

            public int P(string key)
            {
                var sum = 0;
                foreach (var score in _scores[key])
                {
                    sum += score;
                }

                return sum;
            }
            """,
            """
            public int M(string key) => Scores[key].Count;

            public bool N(string key, string tag)
            {
                using var state = EnterRead();
                return state.Tags.TryGetValue(key, out var tags) && tags.Contains(tag);
            }

            public bool O(string key) => Scores.ContainsKey(key);

            public int P(string key)
            {
                var sum = 0;
                foreach (var score in Scores[key])
                {
                    sum += score;
                }

                return sum;
            }
            """),
        new(
            "an inner list that is changed",
            """
            public void M(string key) => _scores[key].Add(1);

            public void N(string key) => _scores.Remove(key);
            """,
            """
            public void M(string key)
            {
                using var state = EnterWrite();
                state.Scores[key].Add(1);
            }

            public void N(string key) => Scores.Remove(key);
            """),
        new(
            "a list that is made at the end of a path",
            """
            public void M(string drawer, int year, string letter)
            {
                if (!_archive.TryGetValue(drawer, out var years))
                {
                    years = new();
                    _archive[drawer] = years;
                }

                if (!years.TryGetValue(year, out var letters))
                {
                    letters = new();
                    years[year] = letters;
                }

                letters.Add(letter);
            }
            """,
            """
            public void M(string drawer, int year, string letter)
            {
                using var state = EnterWrite();
                var years = state.Archive.GetOrAdd(drawer);

                var letters = years.GetOrAdd(year);

                letters.Add(letter);
            }
            """),
        new(
            "a path that is followed",
            """
            public int M(string drawer, int year)
            {
                if (_archive.TryGetValue(drawer, out var years) && years.TryGetValue(year, out var letters))
                {
                    return letters.Count;
                }

                return 0;
            }

            public void N(string drawer, int year) => _archive[drawer][year].Clear();

            public void O(string drawer) => _grid[drawer][drawer] = 1;

            public void P(string drawer) => _archive[drawer].Remove(1);
            """,
            """
            public int M(string drawer, int year)
            {
                using var state = EnterRead();
                if (state.Archive.TryGetValue(drawer, out var years) && years.TryGetValue(year, out var letters))
                {
                    return letters.Count;
                }

                return 0;
            }

            public void N(string drawer, int year)
            {
                using var state = EnterWrite();
                state.Archive[drawer][year].Clear();
            }

            public void O(string drawer)
            {
                using var state = EnterWrite();
                state.Grid[drawer].Set(drawer, 1);
            }

            public void P(string drawer)
            {
                using var state = EnterWrite();
                state.Archive[drawer].Remove(1);
            }
            """),
        new(
            "loops over inner collections that read",
            """
            public int M()
            {
                var sum = 0;
                foreach (var (key, scores) in _scores)
                {
                    sum += key.Length + scores.Count;
                }

                return sum;
            }

            public int N()
            {
                var sum = 0;
                foreach (var pair in _archive)
                {
                    foreach (var (_, letters) in pair.Value)
                    {
                        sum += pair.Key.Length + letters.Count;
                    }
                }

                return sum;
            }

            public int O()
            {
                var sum = 0;
                foreach (var scores in _scores.Values)
                {
                    foreach (var score in scores)
                    {
                        sum += score;
                    }
                }

                return sum;
            }
            """,
            """
            public int M()
            {
                var sum = 0;
                foreach (var (key, scores) in Scores)
                {
                    sum += key.Length + scores.Count;
                }

                return sum;
            }

            public int N()
            {
                var sum = 0;
                foreach (var pair in Archive)
                {
                    foreach (var (_, letters) in pair.Value)
                    {
                        sum += pair.Key.Length + letters.Count;
                    }
                }

                return sum;
            }

            public int O()
            {
                var sum = 0;
                foreach (var scores in Scores.Values)
                {
                    foreach (var score in scores)
                    {
                        sum += score;
                    }
                }

                return sum;
            }
            """),
        new(
            "loops over inner collections that change them",
            """
            public void M(string tag)
            {
                foreach (var (_, tags) in _tags)
                {
                    tags.Remove(tag);
                }
            }

            public void N()
            {
                foreach (var scores in _scores.Values)
                {
                    scores.Clear();
                }
            }

            public void O(string letter)
            {
                foreach (var pair in _archive)
                {
                    foreach (var year in pair.Value)
                    {
                        year.Value.Add(letter);
                    }
                }
            }
            """,
            """
            public void M(string tag)
            {
                using var state = EnterWrite();
                foreach (var (_, tags) in state.Tags)
                {
                    tags.Remove(tag);
                }
            }

            public void N()
            {
                using var state = EnterWrite();
                foreach (var (_, scores) in state.Scores)
                {
                    scores.Clear();
                }
            }

            public void O(string letter)
            {
                using var state = EnterWrite();
                foreach (var pair in state.Archive)
                {
                    foreach (var year in pair.Value)
                    {
                        year.Value.Add(letter);
                    }
                }
            }
            """),
        AccessCase.Unchanged("an inner list leaves a loop", "public void M(List<List<int>> all)\n{\n    foreach (var (_, scores) in _scores)\n    {\n        all.Add(scores);\n    }\n}"),
        AccessCase.Unchanged("a pair of a loop goes elsewhere", "public void M(List<KeyValuePair<string, List<int>>> all)\n{\n    foreach (var pair in _scores)\n    {\n        all.Add(pair);\n    }\n}"),
        AccessCase.Unchanged("a list that is made at the end of a path leaves", "public List<string> M(string drawer)\n{\n    if (!_archive.TryGetValue(drawer, out var years))\n    {\n        years = new();\n        _archive[drawer] = years;\n    }\n\n    if (!years.TryGetValue(1, out var letters))\n    {\n        letters = new();\n        years[1] = letters;\n    }\n\n    return letters;\n}"),
        AccessCase.Unchanged("an inner list leaves", "public List<int> M(string key) => _scores[key];"),
        AccessCase.Unchanged("an inner list gets a name that goes elsewhere", "public List<int>? M(string key) => _scores.TryGetValue(key, out var scores) ? scores : null;"),
        AccessCase.Unchanged("an inner list of somebody else is taken in", "public void M(string key, List<int> scores) => _scores[key] = scores;"),
    ];
}

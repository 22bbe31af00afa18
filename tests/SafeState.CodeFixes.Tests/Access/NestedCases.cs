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
        AccessCase.Unchanged("an inner list leaves", "public List<int> M(string key) => _scores[key];"),
        AccessCase.Unchanged("an inner list gets a name that goes elsewhere", "public List<int>? M(string key) => _scores.TryGetValue(key, out var scores) ? scores : null;"),
        AccessCase.Unchanged("an inner list of somebody else is taken in", "public void M(string key, List<int> scores) => _scores[key] = scores;"),
    ];
}

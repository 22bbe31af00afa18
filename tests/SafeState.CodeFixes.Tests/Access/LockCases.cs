namespace SafeState.CodeFixes.Tests.Access;

/// <summary>The lock that a class had is replaced, all of it or not at all.</summary>
internal static class LockCases
{
    private const string Gate = "private readonly object _gate = new();\n\n";

    public static readonly AccessCase[] All =
    [
        new(
            "one operation, several, and reads",
            Gate + """
            public int M(string key)
            {
                lock (_gate)
                {
                    return _counts[key];
                }
            }

            public void N(string key)
            {
                Console.WriteLine(key);

                lock (_gate)
                {
                    // Both or none.
                    _counts[key] = 1;
                    _peak = Math.Max(_peak, _counts.Count);
                }
            }

            public int O()
            {
                int sum;
                lock (_gate)
                {
                    sum = _counts.Count + _rooms.Count;
                }

                return sum;
            }

            public int P()
            {
                lock (_gate)
                {
                    return _counts.Values.Sum() + _peak;
                }
            }
            """,
            """
            public int M(string key)
            {
                return Counts[key];
            }

            public void N(string key)
            {
                Console.WriteLine(key);

                using var state = EnterWrite();
                // Both or none.
                state.Counts.Set(key, 1);
                state.Peak = Math.Max(state.Peak, state.Counts.Count);
            }

            public int O()
            {
                int sum;
                using (var state = EnterRead())
                {
                    sum = state.Counts.Count + state.Rooms.Count;
                }

                return sum;
            }

            public int P()
            {
                var image = Snapshot();
                return image.Counts.Values.Sum() + image.Peak;
            }
            """),
        new(
            "the collection was its own lock",
            """
            public void M(string key)
            {
                lock (_counts)
                {
                    _counts[key] = _peak;
                }
            }
            """,
            """
            public void M(string key)
            {
                using var state = EnterWrite();
                state.Counts.Set(key, state.Peak);
            }
            """),
        new(
            "what else the lock guarded is guarded by the write scope",
            "private readonly object _gate = new();\nprivate readonly System.IO.TextWriter _writer = Console.Out;\n\n" + """
            public void M()
            {
                lock (_gate)
                {
                    _writer.WriteLine(_peak);
                }
            }
            """,
            "private readonly System.IO.TextWriter _writer = Console.Out;\n\n" + """
            public void M()
            {
                using var state = EnterWrite();
                _writer.WriteLine(state.Peak);
            }
            """),
        new(
            "a lock that has to stay keeps the others",
            Gate + """
            public void M(string key)
            {
                lock (_gate)
                {
                    _counts[key] = 1;
                    N();
                }
            }

            private void N()
            {
                lock (_gate)
                {
                    _peak++;
                }
            }
            """,
            Gate + """
            public void M(string key)
            {
                lock (_gate)
                {
                    Counts[key] = 1;
                    N();
                }
            }

            private void N()
            {
                lock (_gate)
                {
                    using var state = EnterWrite();
                    state.Peak++;
                }
            }
            """),
        new(
            "locks in blocks of each other",
            Gate + """
            public void M(bool first)
            {
                if (first)
                {
                    lock (_gate)
                    {
                        _peak++;
                        _total++;
                    }
                }

                lock (_gate)
                {
                    _peak--;
                    _total--;
                }
            }
            """,
            """
            public void M(bool first)
            {
                if (first)
                {
                    using var state = EnterWrite();
                    state.Peak++;
                    state.Total++;
                }

                using var state2 = EnterWrite();
                state2.Peak--;
                state2.Total--;
            }
            """),
        new(
            "a lock that others wait at stays",
            Gate + """
            public void M()
            {
                lock (_gate)
                {
                    _jobs.Enqueue(1);
                    Monitor.Pulse(_gate);
                }
            }
            """,
            Gate + """
            public void M()
            {
                lock (_gate)
                {
                    Jobs.Enqueue(1);
                    Monitor.Pulse(_gate);
                }
            }
            """),
        new(
            "a lock that others may know stays",
            """
            public void M(string key)
            {
                lock (this)
                {
                    _counts[key] = 1;
                }
            }
            """,
            """
            public void M(string key)
            {
                lock (this)
                {
                    Counts[key] = 1;
                }
            }
            """),
    ];
}

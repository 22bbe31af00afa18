namespace SafeState.CodeFixes.Tests.Access;

/// <summary>Several touches, or one that no facade can say: one scope, or one snapshot.</summary>
internal static class ScopeCases
{
    public static readonly AccessCase[] All =
    [
        new(
            "a scalar of another instance is written",
            """
            public static void M(Hub other) => other._peak = 3;

            public static void N(Hub other)
            {
                Console.WriteLine("before");
                other._peak++;
                other._total = other._peak;
                Console.WriteLine("after");
            }

            public static void O(IEnumerable<Hub> hubs)
            {
                foreach (var hub in hubs)
                {
                    hub._peak = 0;
                }
            }
            """,
            """
            public static void M(Hub other)
            {
                using var state = other.EnterWrite();
                state.Peak = 3;
            }

            public static void N(Hub other)
            {
                Console.WriteLine("before");
                using (var state = other.EnterWrite())
                {
                    state.Peak++;
                    state.Total = state.Peak;
                }

                Console.WriteLine("after");
            }

            public static void O(IEnumerable<Hub> hubs)
            {
                foreach (var hub in hubs)
                {
                    using var state = hub.EnterWrite();
                    state.Peak = 0;
                }
            }
            """),
        AccessCase.Unchanged("a scalar of another instance, which becomes another one", "public static void M(Hub other, Hub third)\n{\n    other._peak = 1;\n    other = third;\n    other._peak = 2;\n}"),
        AccessCase.Unchanged("a scalar of what a call returns", "public void M() => Find()._peak = 3;\n\nprivate static Hub Find() => new();"),
        new(
            "jobs that are taken as long as there are any",
            """
            public int M()
            {
                var sum = 0;
                while (_jobs.Count > 0)
                {
                    sum += _jobs.Dequeue();
                }

                return sum;
            }
            """,
            """
            public int M()
            {
                var sum = 0;
                using var state = EnterWrite();
                while (state.Jobs.Count > 0)
                {
                    sum += state.Jobs.TryDequeue(out var taken) ? taken : throw new InvalidOperationException("The queue is empty.");
                }

                return sum;
            }
            """),
        new(
            "a check and an act",
            """
            public void M(string key)
            {
                Console.WriteLine("before");

                // The check …
                if (!_counts.ContainsKey(key))
                {
                    _counts[key] = 1; // … and the act.
                }

                Console.WriteLine("after");
            }
            """,
            """
            public void M(string key)
            {
                Console.WriteLine("before");

                // The check …
                using (var state = EnterWrite())
                {
                    if (!state.Counts.ContainsKey(key))
                    {
                        state.Counts.Set(key, 1); // … and the act.
                    }
                }

                Console.WriteLine("after");
            }
            """),
        new(
            "everything up to the end of the method",
            """
            public int M(string key)
            {
                var before = _counts.GetValueOrDefault(key);
                _counts[key] = before + 1;
                _rooms.Add(key);
                return before;
            }
            """,
            """
            public int M(string key)
            {
                using var state = EnterWrite();
                var before = state.Counts.TryGetValue(key, out var value) ? value : default;
                state.Counts.Set(key, before + 1);
                state.Rooms.Add(key);
                return before;
            }
            """),
        new(
            "reads only",
            """
            public int M()
            {
                var sum = 0;
                foreach (var key in _counts.Keys)
                {
                    sum += _counts[key];
                }

                foreach (var name in _names.Values)
                {
                    sum += name.Length;
                }

                return sum;
            }
            """,
            """
            public int M()
            {
                var sum = 0;
                using var state = EnterRead();
                foreach (var (key, _) in state.Counts)
                {
                    sum += state.Counts[key];
                }

                foreach (var (_, name) in state.Names)
                {
                    sum += name.Length;
                }

                return sum;
            }
            """),
        new(
            "reads that a view cannot do",
            """
            public int M()
            {
                var count = _counts.Count;
                var sum = _counts.Values.Sum();
                return count + sum + _peak;
            }
            """,
            """
            public int M()
            {
                var image = Snapshot();
                var count = image.Counts.Count;
                var sum = image.Counts.Values.Sum();
                return count + sum + image.Peak;
            }
            """),
        new(
            "an expression body",
            """
            public int M() => _peak + _counts.Count;

            public int Both => _log.Count + _rooms.Count;
            """,
            """
            public int M()
            {
                using var state = EnterRead();
                return state.Peak + state.Counts.Count;
            }

            public int Both
            {
                get
                {
                    using var state = EnterRead();
                    return state.Log.Count + state.Rooms.Count;
                }
            }
            """),
        new(
            "writes of scalars",
            """
            public void M() => _peak++;

            public int N() => ++_peak;

            public void O()
            {
                Interlocked.Increment(ref _total);
            }

            public long P(long value) => Interlocked.Add(ref _total, value) * 2;

            public int Highest
            {
                get => _peak;
                set => _peak = value;
            }
            """,
            """
            public void M()
            {
                using var state = EnterWrite();
                state.Peak++;
            }

            public int N()
            {
                using var state = EnterWrite();
                return ++state.Peak;
            }

            public void O()
            {
                using var state = EnterWrite();
                ++state.Total;
            }

            public long P(long value)
            {
                using var state = EnterWrite();
                return (state.Total += value) * 2;
            }

            public int Highest
            {
                get => Peak;
                set
                {
                    using var state = EnterWrite();
                    state.Peak = value;
                }
            }
            """),
        new(
            "a write after which something else happens",
            """
            public void M(bool more)
            {
                if (more)
                    _peak = 3;
                Console.WriteLine("written");
            }
            """,
            """
            public void M(bool more)
            {
                if (more)
                    using (var state = EnterWrite())
                    {
                        state.Peak = 3;
                    }

                Console.WriteLine("written");
            }
            """),
        new(
            "an element that is changed",
            """
            public void M(string key) => _counts[key]++;

            public void N(string key, int by) => _counts[key] -= by * 2;

            public void O(int index) => _log[index] += "!";
            """,
            """
            public void M(string key)
            {
                using var state = EnterWrite();
                state.Counts.Set(key, state.Counts[key] + 1);
            }

            public void N(string key, int by)
            {
                using var state = EnterWrite();
                state.Counts.Set(key, state.Counts[key] - by * 2);
            }

            public void O(int index)
            {
                using var state = EnterWrite();
                state.Log.Set(index, state.Log[index] + "!");
            }
            """),
        new(
            "touches in touches",
            """
            public void M(string key)
            {
                _names[_counts[key]] = _log[_peak];
            }
            """,
            """
            public void M(string key)
            {
                using var state = EnterWrite();
                state.Names.Set(state.Counts[key], state.Log[state.Peak]);
            }
            """),
        new(
            "a scope that is open already",
            """
            public void M(string key)
            {
                using var locked = EnterWrite();
                _counts[key] = 1;
                _peak = Math.Max(_peak, _counts.Count);
            }
            """,
            """
            public void M(string key)
            {
                using var locked = EnterWrite();
                locked.Counts.Set(key, 1);
                locked.Peak = Math.Max(locked.Peak, locked.Counts.Count);
            }
            """),
        new(
            "a name that is taken",
            """
            public void M(string state)
            {
                _counts[state] = 1;
                _rooms.Add(state);
            }
            """,
            """
            public void M(string state)
            {
                using var state2 = EnterWrite();
                state2.Counts.Set(state, 1);
                state2.Rooms.Add(state);
            }
            """),
        new(
            "a lambda with a body of its own",
            """
            public Task M(string key) => Task.Run(() =>
            {
                _counts.Remove(key);
                _rooms.Add(key);
            });
            """,
            """
            public Task M(string key) => Task.Run(() =>
            {
                using var state = EnterWrite();
                state.Counts.Remove(key);
                state.Rooms.Add(key);
            });
            """),
        new(
            "a write beside a call that comes back",
            """
            public void M(string key)
            {
                _peak++;
                N(key);
                _total += 2;
            }

            private void N(string key) => _counts[key] = 1;
            """,
            """
            public void M(string key)
            {
                using (var state = EnterWrite())
                {
                    state.Peak++;
                }

                N(key);
                using (var state = EnterWrite())
                {
                    state.Total += 2;
                }
            }

            private void N(string key) => Counts[key] = 1;
            """),
        new(
            "a loop that waits for others",
            """
            public void M()
            {
                while (_peak == 0)
                {
                    _total++;
                }
            }

            public void N()
            {
                _peak = 0;
                Thread.Sleep(1);
                _total = 0;
            }
            """,
            """
            public void M()
            {
                while (Peak == 0)
                {
                    using (var state = EnterWrite())
                    {
                        state.Total++;
                    }
                }
            }

            public void N()
            {
                using (var state = EnterWrite())
                {
                    state.Peak = 0;
                }

                Thread.Sleep(1);
                using (var state = EnterWrite())
                {
                    state.Total = 0;
                }
            }
            """),
        new(
            "a loop that changes what it asks",
            """
            public void M()
            {
                while (_log.Count > 10)
                {
                    _log.RemoveAt(0);
                }
            }
            """,
            """
            public void M()
            {
                using var state = EnterWrite();
                while (state.Log.Count > 10)
                {
                    state.Log.RemoveAt(0);
                }
            }
            """),
        new(
            "a call of another class that comes back",
            """
            public void M()
            {
                _rooms.Add("a");
                Helper.Tell(this);
                Helper.TellAgain();
                _counts.Remove("a");
            }

            private static class Helper
            {
                private static readonly Hub Other = new();

                public static void Tell(Hub hub) => hub.N();

                public static void TellAgain() => Deeper();

                private static void Deeper() => Other.N();
            }

            public void N() => _log.Clear();

            public void O()
            {
                _rooms.Add("a");
                Helper.TellAgain();
                _counts.Remove("a");
            }
            """,
            """
            public void M()
            {
                Rooms.Add("a");
                Helper.Tell(this);
                Helper.TellAgain();
                Counts.Remove("a");
            }

            private static class Helper
            {
                private static readonly Hub Other = new();

                public static void Tell(Hub hub) => hub.N();

                public static void TellAgain() => Deeper();

                private static void Deeper() => Other.N();
            }

            public void N() => Log.Clear();

            public void O()
            {
                Rooms.Add("a");
                Helper.TellAgain();
                Counts.Remove("a");
            }
            """),
        new(
            "methods that call each other",
            """
            public void M()
            {
                _peak = 1;
                A(3);
                _total = 1;
            }

            private static void A(int depth)
            {
                B(depth - 1);
            }

            private static void B(int depth)
            {
                if (depth > 0)
                {
                    A(depth);
                }
            }
            """,
            """
            public void M()
            {
                using var state = EnterWrite();
                state.Peak = 1;
                A(3);
                state.Total = 1;
            }

            private static void A(int depth)
            {
                B(depth - 1);
            }

            private static void B(int depth)
            {
                if (depth > 0)
                {
                    A(depth);
                }
            }
            """),
        AccessCase.Unchanged("an element is changed under a key that is made anew each time", "public void M() => _counts[Guid.NewGuid().ToString()]++;"),
    ];
}

using static SafeState.Generator.Tests.Analyzers.AdviceCase;

namespace SafeState.Generator.Tests.Analyzers;

/// <summary>Collections outside holders that several threads can reach, and those that one thread has, or that are guarded.</summary>
internal static class UnguardedMapCases
{
    public static readonly IReadOnlyList<AdviceCase> Flagged =
    [
        Static("a static map that is changed", "{|SAFE201:s_map|}", "public static void Put(string key) => s_map[key] = 1;"),
        Static("a static map that is added to", "{|SAFE201:s_map|}", "public static void Put(string key) { if (!s_map.ContainsKey(key)) s_map.Add(key, 1); }"),
        Static("a static map that is counted in", "{|SAFE201:s_map|}", "public static void Count(string key) => s_map[key]++;"),
        Static("a static map that is changed by its qualified name", "{|SAFE201:s_map|}", "public static void Put(string key) => Owner.s_map.Remove(key);"),
        Static("a static map that is changed through a reference to a value", "{|SAFE201:s_map|}", "public static void Put(string key) => System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(s_map, key, out _)++;"),
        Static("a static map that an instance changes", "{|SAFE201:s_map|}", "public Owner(string key) => s_map.Add(key, 1);"),
        Static("a static map that a lambda of the static constructor changes", "{|SAFE201:s_map|}", "static Owner() => AppDomain.CurrentDomain.ProcessExit += (_, _) => s_map.Clear();"),
        Static("a static map that a nested class changes", "{|SAFE201:s_map|}", "public sealed class Inner { public void Put(string key) => s_map.Add(key, 1); }"),
        Plain("each kind of collection", """
            public static class Owner
            {
                private static readonly SortedDictionary<string, int> {|SAFE201:Sorted|} = new();
                private static readonly HashSet<string> {|SAFE201:Names|} = new();
                private static readonly List<string> {|SAFE201:Items|} = [];
                private static readonly System.Collections.Generic.Queue<string> {|SAFE201:Jobs|} = new();
                internal static readonly Dictionary<string, int> {|SAFE201:Counts|} = new();
                private static List<string>? {|SAFE201:s_maybe|};

                public static void Put(string name)
                {
                    Sorted.Add(name, 1);
                    Names.Add(name);
                    Items.Add(name);
                    Jobs.Enqueue(name);
                    Counts[name] += 1;
                    s_maybe = new();
                    s_maybe?.Add(name);
                }
            }
            """),
        Instance("under a lock here, without it there", "{|SAFE201:_map|}", "public void Put(string key) { lock (_gate) { _map[key] = 1; } } public int Get(string key) => _map[key];"),
        Instance("changed without the lock that a reader takes", "{|SAFE201:_map|}", "public void Put(string key) => _map[key] = 1; public int Get(string key) { lock (_gate) { return _map[key]; } }"),
        Instance("a helper that is called with the lock and without", "{|SAFE201:_map|}", "public void Put(string key) { lock (_gate) { Set(key); _map.Remove(\"a\"); } } public void Other(string key) => Set(key); private void Set(string key) => _map[key] = 1;"),
        Instance("a task", "{|SAFE201:_map|}", "public void Start() => Task.Run(() => _map[\"a\"] = 1); public int Get(string key) => _map[key];"),
        Instance("a task that runs a method", "{|SAFE201:_map|}", "public void Start() => Task.Run(Work); private void Work() => _map[\"a\"] = 1; public int Get(string key) => _map[key];"),
        Instance("a task that calls methods", "{|SAFE201:_map|}", "public void Start() => Task.Run(() => Work()); private void Work() => this.Put(); private void Put() => _map[\"a\"] = 1; public int Get(string key) => _map[key];"),
        Instance("a task that only reads", "{|SAFE201:_map|}", "public void Start() => Task.Run(() => Console.WriteLine(_map.Count)); public void Put(string key) => _map[key] = 1;"),
        Instance("Task.Factory.StartNew", "{|SAFE201:_map|}", "public void Start() => Task.Factory.StartNew(() => _map.Clear()); public int Get(string key) => _map[key];"),
        Instance("a continuation", "{|SAFE201:_map|}", "public void Start(Task task) => task.ContinueWith(_ => _map.Clear()); public int Get(string key) => _map[key];"),
        Instance("a thread", "{|SAFE201:_map|}", "public void Start() => new Thread(Work).Start(); private void Work() { _map.Clear(); } public int Get(string key) => _map[key];"),
        Instance("a thread by its delegate", "{|SAFE201:_map|}", "public void Start() => new Thread(new ThreadStart(Work)).Start(); private void Work() { _map.Clear(); } public int Get(string key) => _map[key];"),
        Instance("the thread pool", "{|SAFE201:_map|}", "public void Start() => ThreadPool.QueueUserWorkItem(_ => _map.Clear()); public int Get(string key) => _map[key];"),
        Instance("a timer", "{|SAFE201:_map|}", "public Timer Start() => new Timer(_ => _map.Clear(), null, 1, 1); public int Get(string key) => _map[key];"),
        Instance("a timer's event", "{|SAFE201:_map|}", "public void Start(System.Timers.Timer timer) => timer.Elapsed += (_, _) => _map.Clear(); public int Get(string key) => _map[key];"),
        Instance("a watcher's event", "{|SAFE201:_map|}", "public void Start(FileSystemWatcher watcher) => watcher.Changed += Forget; private void Forget(object sender, FileSystemEventArgs change) => _map.Remove(change.FullPath); public int Get(string key) => _map[key];"),
        Instance("a parallel loop", "{|SAFE201:_map|}", "public void Start(string[] keys) { Parallel.ForEach(keys, key => _map[key] = 1); Console.WriteLine(_map.Count); }"),
        Instance("a worker of a host", "{|SAFE201:_map|}", "protected override Task ExecuteAsync() { _map.Clear(); return Task.CompletedTask; } public int Get(string key) => _map[key];").Replacing("class Owner", "class Owner : Worker").With("public abstract class Worker { protected abstract Task ExecuteAsync(); }"),
    ];

    public static readonly IReadOnlyList<AdviceCase> Clean =
    [
        Static("a static table", "s_map", "public static int Get(string key) => s_map[key];"),
        Static("a static table that the static constructor fills", "s_map", "static Owner() { s_map.Add(\"a\", 1); foreach (var name in new[] { \"b\" }) { s_map[name] = 2; } }"),
        Static("a static map under a lock", "s_map", "public static void Put(string key) { lock (s_map) { s_map[key] = 1; } } public static int Get(string key) { lock (s_map) { return s_map[key]; } }"),
        Static("a static map in synchronised methods", "s_map", "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)] public static void Put(string key) => s_map[key] = 1;"),
        Static("a static map under a lock of another kind", "s_map", "private static readonly ReaderWriterLockSlim s_lock = new(); public static void Put(string key) { s_lock.EnterWriteLock(); try { s_map[key] = 1; } finally { s_lock.ExitWriteLock(); } }"),
        Static("a static map behind a semaphore", "s_map", "private static readonly SemaphoreSlim s_gate = new(1); public static async Task PutAsync(string key) { await s_gate.WaitAsync(); s_map[key] = 1; s_gate.Release(); }"),
        Static("a static map behind Monitor", "s_map", "public static void Put(string key) { Monitor.Enter(s_map); try { s_map[key] = 1; } finally { Monitor.Exit(s_map); } }"),
        Static("a private method that is called under the lock", "s_map", "public static void Put(string key) { lock (s_map) { Set(key); } } private static void Set(string key) => s_map[key] = 1;"),
        Static("private methods that are called under the lock by each other", "s_map", "public static void Put(string key) { lock (s_map) { Set(key); } } private static void Set(string key) => Store(key); private static void Store(string key) { s_map[key] = 1; if (key.Length > 3) { Set(key[1..]); } }"),
        Static("a local function that calls itself under the lock", "s_map", "public static void Put(string key) { lock (s_map) { Set(key); void Set(string part) { s_map[part] = 1; if (part.Length > 3) { Set(part[1..]); } } } }"),
        Static("a private method that initialises", "s_map", "static Owner() => Fill(); private static void Fill() => s_map[\"a\"] = 1;"),
        Static("a map of each thread", "s_map", "public static void Put(string key) => s_map[key] = 1;").Replacing("private static readonly", "[ThreadStatic] private static"),
        Static("a static map that is replaced as a whole", "s_map", "public static void Load() => s_map = new() { [\"a\"] = 1 }; public static int Get(string key) => s_map[key];").Replacing("static readonly", "static"),
        Static("a name", "s_map", "public static string Name => nameof(s_map.Clear);"),
        Static("a local of the same name", "s_map", "public static void Put(string key) { var s_map = new Dictionary<string, int>(); s_map[key] = 1; }"),
        Static("the statics of a main program", "s_map", "public static void Main() => s_map[\"a\"] = 1;") with { IsProgram = true },
        Instance("an ordinary class", "_map", "public void Put(string key) => _map[key] = 1; public int Get(string key) => _map[key];"),
        Instance("always under the lock", "_map", "public void Put(string key) { lock (_gate) { _map[key] = 1; } } public int Get(string key) { lock (_gate) { return _map[key]; } }"),
        Instance("filled by the constructor, read by a task", "_map", "public Owner() => _map[\"a\"] = 1; public void Start() => Task.Run(() => Console.WriteLine(_map.Count)); public int Get(string key) => _map[key];"),
        Instance("a task that has nothing to do with it", "_map", "public void Start() => Task.Run(() => Console.WriteLine()); public void Put(string key) => _map[key] = 1; public int Get(string key) => _map[key];"),
        Instance("a lock that is about something else", "_map", "private int _number; public void Start() { lock (_gate) { _number++; } } public void Put(string key) => _map[key] = 1; public int Number => _number;"),
        Instance("a lambda that is run at once", "_map", "public void Put(string[] keys) => Array.ForEach(keys, key => _map[key] = 1);"),
        Instance("a task that uses the lock", "_map", "public void Start() => Task.Run(() => { lock (_gate) { _map.Clear(); } }); public void Put(string key) { lock (_gate) { _map[key] = 1; } }"),
        Instance("methods of one's own with such names", "_map", "public void Run(Action action) => action(); public void Start() => Run(() => _map.Clear()); public int Get(string key) => _map[key];"),
        Plain("collections that guard themselves, or cannot change", """
            public static class Owner
            {
                private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> Map = new();
                private static ImmutableDictionary<string, int> s_image = ImmutableDictionary<string, int>.Empty;

                public static void Put(string key) { Map[key] = 1; s_image = s_image.Add(key, 1); }
            }
            """),
        Beside("a holder", "public static class User { public static void Put(string key) => Registry.Entries.Set(key, new(key)); }"),
    ];

    private static AdviceCase Static(string name, string field, string members) => Plain(name, $$"""
        public class Owner
        {
            private static readonly Dictionary<string, int> {{field}} = new();

        {{members}}
        }
        """);

    private static AdviceCase Instance(string name, string field, string members) => Plain(name, $$"""
        public class Owner
        {
            private readonly Dictionary<string, int> {{field}} = new();
            private readonly object _gate = new();

            public object Gate => _gate;

        {{members}}
        }
        """);
}

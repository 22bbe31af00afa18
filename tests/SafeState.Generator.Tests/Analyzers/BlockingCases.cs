using static SafeState.Generator.Tests.Analyzers.AdviceCase;

namespace SafeState.Generator.Tests.Analyzers;

/// <summary>Waiting while a holder is locked, and waiting at other times.</summary>
internal static class BlockingCases
{
    public static readonly IReadOnlyList<AdviceCase> Flagged =
    [
        InScope("Task.Wait", "{|SAFE105:work.Wait()|};"),
        InScope("Task.Wait with a time limit", "{|SAFE105:work.Wait(1000)|};"),
        InScope("Task.Result", "Console.WriteLine({|SAFE105:work.Result|});"),
        InScope("GetAwaiter().GetResult()", "{|SAFE105:work.GetAwaiter().GetResult()|};"),
        InScope("GetResult of a configured task", "{|SAFE105:work.ConfigureAwait(false).GetAwaiter().GetResult()|};"),
        InScope("Result of a ValueTask", "var value = new ValueTask<int>(work); Console.WriteLine({|SAFE105:value.Result|});"),
        InScope("Task.WaitAll", "{|SAFE105:Task.WaitAll(work)|};"),
        InScope("Parallel.For", "{|SAFE105:Parallel.For(0, 9, index => { })|};"),
        InScope("Thread.Sleep", "{|SAFE105:Thread.Sleep(1)|};"),
        InScope("Thread.Join", "{|SAFE105:new Thread(() => { }).Join()|};"),
        InScope("Monitor.Wait", "{|SAFE105:Monitor.Wait(id)|};"),
        InScope("a wait handle", "using var signal = new ManualResetEvent(false); {|SAFE105:signal.WaitOne()|};"),
        InScope("a derived wait handle", "using var signal = new AutoResetEvent(false); {|SAFE105:signal.WaitOne(50)|};"),
        InScope("a semaphore", "using var signal = new SemaphoreSlim(1); {|SAFE105:signal.Wait()|};"),
        InScope("a slim event", "using var signal = new ManualResetEventSlim(); {|SAFE105:signal.Wait()|};"),
        InScope("a blocking collection", "using var items = new System.Collections.Concurrent.BlockingCollection<int>(); {|SAFE105:items.Take()|};"),
        InScope("reading a file", "Console.WriteLine({|SAFE105:File.ReadAllText(id)|});"),
        InScope("writing a file", "{|SAFE105:File.WriteAllText(id, id)|};"),
        InScope("a stream of a file", "using var file = {|SAFE105:File.OpenRead(id)|}; {|SAFE105:file.ReadByte()|};"),
        InScope("a reader", "using var reader = new StreamReader(id); {|SAFE105:reader.ReadLine()|};"),
        InScope("the network", "using var client = new System.Net.Http.HttpClient(); {|SAFE105:client.Send(new())|};"),
        InScope("a name server", "{|SAFE105:System.Net.Dns.GetHostAddresses(id)|};"),
        InScope("a database", "System.Data.Common.DbCommand command = null!; {|SAFE105:command.ExecuteNonQuery()|};"),
        InScope("a database by interface", "System.Data.IDbCommand command = null!; {|SAFE105:command.ExecuteScalar()|};"),
        InScope("another process", "{|SAFE105:System.Diagnostics.Process.GetCurrentProcess().WaitForExit()|};"),
        InScope("a person", "{|SAFE105:Console.ReadLine()|};"),
        InScope("in a branch", "if (state.Peak > 1) { while (state.Peak > 2) { {|SAFE105:Thread.Sleep(1)|}; } }"),
        InScope("in an argument", "state.Clients.Set({|SAFE105:File.ReadAllText(id)|}, info);"),
        InScope("in a local function that is called", "{|SAFE105:Pause()|}; static void Pause() => Thread.Sleep(1);"),
        In("in a read scope", "using var state = hub.EnterRead(); {|SAFE105:Thread.Sleep(1)|};"),
        In("in a using statement", "using (var state = hub.EnterWrite()) { {|SAFE105:Thread.Sleep(1)|}; }"),
        In("after a timed entry succeeded", "using var state = hub.TryEnterWrite(TimeSpan.Zero); if (!state.Entered) { return; } {|SAFE105:Thread.Sleep(1)|};"),
        In("in the branch of a timed entry", "using var state = hub.TryEnterRead(TimeSpan.Zero); if (state.Entered) { {|SAFE105:Thread.Sleep(1)|}; }"),
        In("in a static holder", "using var state = Registry.EnterWrite(); {|SAFE105:Thread.Sleep(1)|};"),
        In("in a loop under the lock", "foreach (var (key, client) in hub.Clients.Locked()) { {|SAFE105:File.AppendAllText(key, client.Name)|}; }"),
        In("in a delegate of Update", "hub.Clients.Update(id, (key, client) => client with { Name = {|SAFE105:File.ReadAllText(key)|} });"),
        In("in a factory of AddOrUpdate", "hub.Clients.AddOrUpdate(id, key => new Client({|SAFE105:File.ReadAllText(key)|}), (_, client) => client);"),
        In("in a predicate of RemoveWhere", "hub.Clients.RemoveWhere((key, _) => { {|SAFE105:Thread.Sleep(1)|}; return true; });"),
        In("in a scope inside a lambda", "Action act = () => { using var state = hub.EnterWrite(); {|SAFE105:Thread.Sleep(1)|}; }; act();"),
        OfHub("in the holder itself", "public void Join() { using var state = EnterWrite(); {|SAFE105:Thread.Sleep(1)|}; state.Peak = 1; }"),
        OfHub("in a private method that is called", "public void Join() { using var state = EnterWrite(); state.Peak = {|SAFE105:Load()|}; } private static int Load() => int.Parse(File.ReadAllText(\"peak\"));"),
        Member("in a switch section", "public void M(int choice) { switch (choice) { case 1: { using var state = _hub.EnterWrite(); {|SAFE105:Thread.Sleep(1)|}; break; } } }"),
    ];

    public static readonly IReadOnlyList<AdviceCase> Clean =
    [
        In("before the scope", "Thread.Sleep(1); using var state = hub.EnterWrite(); state.Peak = 1;"),
        In("after the scope", "using (var state = hub.EnterWrite()) { state.Peak = 1; } Thread.Sleep(1);"),
        In("after the block of the scope", "{ using var state = hub.EnterWrite(); state.Peak = 1; } Thread.Sleep(1);"),
        In("in a loop over a snapshot", "foreach (var (key, client) in hub.Clients) { File.AppendAllText(key, client.Name); }"),
        In("in a factory of GetOrAdd, which runs under no lock", "hub.Clients.GetOrAdd(id, key => new Client(File.ReadAllText(key)));"),
        In("in ForEach, which runs over a snapshot", "hub.Clients.ForEach((key, client) => File.AppendAllText(key, client.Name));"),
        In("in a loop around the scope", "while (true) { using (var state = hub.EnterRead()) { if (state.Peak > 1) { return; } } Thread.Sleep(1); }"),
        In("after a timed entry failed", "using var state = hub.TryEnterWrite(TimeSpan.Zero); if (!state.Entered) { Thread.Sleep(1); return; } state.Peak = 1;"),
        InScope("in a lambda that is kept for later", "Action later = () => Thread.Sleep(1); GC.KeepAlive(later);"),
        InScope("in a task that is started", "Task.Run(() => Thread.Sleep(1));"),
        InScope("in a local function that is not called", "void Pause() => Thread.Sleep(1); GC.KeepAlive((Action)Pause);"),
        InScope("starting and asking only", "using var signal = new SemaphoreSlim(1); if (signal.Wait(0)) { signal.Release(); } if (work.Wait(0)) { } signal.Wait(TimeSpan.Zero);"),
        InScope("asynchronous methods that are started", "_ = File.ReadAllTextAsync(id); _ = Task.Delay(1); _ = work.ContinueWith(_ => Thread.Sleep(1));"),
        InScope("what only computes", "var text = string.Join(\",\", id); Console.WriteLine(text); using var memory = new MemoryStream(); memory.WriteByte(1); using var writer = new StringWriter(); writer.Write(id);"),
        InScope("methods of the same names", "var waiter = new Waiter(); waiter.Wait(); Console.WriteLine(waiter.Result);").With("public sealed class Waiter { public int Result => 1; public void Wait() { } }"),
        InScope("a path and a name", "Console.WriteLine(Path.Combine(id, id) + nameof(File.ReadAllText) + File.Exists(id));"),
        Beside("reading scopes that take no lock", """
            [SharedState(Strategy = Strategy.CopyOnWrite, ScopeAccess = ScopeAccess.Public)]
            public sealed partial class Routes
            {
                private readonly Dictionary<string, int> _items = new();
            }

            public static class User
            {
                public static void Use(Routes routes)
                {
                    using (var state = routes.EnterRead()) { Thread.Sleep(1); }
                    foreach (var (key, value) in routes.Items.Locked()) { Thread.Sleep(1); }
                }
            }
            """),
        OfHub("an await between two scopes", "public async Task JoinAsync() { using (var state = EnterWrite()) { state.Peak = 1; } await Task.Delay(1); }").Replacing("using (var state = EnterWrite()) { state.Peak = 1; }", "Raise();").With("public sealed partial class Hub { private void Raise() { using var state = EnterWrite(); state.Peak = 1; } }"),
        Plain("without a holder", "public static class User { public static void Use() { using var signal = new SemaphoreSlim(1); signal.Wait(); Thread.Sleep(1); } }"),
    ];

    private static AdviceCase InScope(string name, string statements) =>
        In(name, $"Task<int> work = Task.FromResult(1); using var state = hub.EnterWrite(); {statements}\nGC.KeepAlive(work);");
}

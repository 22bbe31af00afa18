using static SafeState.Generator.Tests.Analyzers.AdviceCase;

namespace SafeState.Generator.Tests.Analyzers;

/// <summary>Locks of the platform: on what locks by itself, and on what does not.</summary>
internal static class IdleLockCases
{
    public static readonly IReadOnlyList<AdviceCase> Flagged =
    [
        In("a holder", "lock ({|SAFE107:hub|}) { hub.Clients.Set(id, info); hub.Rooms.Add(id); }"),
        In("a facade", "lock ({|SAFE107:hub.Clients|}) { hub.Clients.Set(id, info); }"),
        In("a facade in a variable", "var clients = hub.Clients; lock ({|SAFE107:clients|}) { clients.Set(id, info); }"),
        In("a facade of each other kind", "lock ({|SAFE107:hub.Rooms|}) { } lock ({|SAFE107:hub.Log|}) { } lock ({|SAFE107:hub.Jobs|}) { }"),
        In("a holder as an object", "lock ({|SAFE107:(object)hub|}) { hub.Rooms.Add(id); }"),
        In("a facade of a static holder", "lock ({|SAFE107:Registry.Entries|}) { Registry.Entries.Set(id, info); }"),
        In("a monitor", "Monitor.Enter({|SAFE107:hub|}); try { hub.Rooms.Add(id); } finally { Monitor.Exit(hub); }"),
        In("a monitor, with a flag", "var isIn = false; Monitor.Enter({|SAFE107:hub.Rooms|}, ref isIn); hub.Rooms.Add(id); if (isIn) { Monitor.Exit(hub.Rooms); }"),
        In("a monitor, for a while", "if (Monitor.TryEnter({|SAFE107:hub|}, 10)) { hub.Rooms.Add(id); Monitor.Exit(hub); }"),
        In("in a lambda", "Action add = () => { lock ({|SAFE107:hub|}) { hub.Rooms.Add(id); } }; add();"),
        Member("a holder in a field", "public void Add(string id) { lock ({|SAFE107:_hub|}) { _hub.Rooms.Add(id); } }"),
        OfHub("the holder itself", "public void Add(string id) { lock ({|SAFE107:this|}) { Rooms.Add(id); Log.Add(1); } }"),
        Program("top-level statements", "var hub = await Task.FromResult(new Hub()); lock ({|SAFE107:hub|}) { hub.Log.Add(1); }"),
    ];

    public static readonly IReadOnlyList<AdviceCase> Clean =
    [
        In("a scope", "using var state = hub.EnterWrite(); state.Clients.Set(id, info);"),
        In("an object of its own", "var gate = new object(); lock (gate) { hub.Rooms.Add(id); }"),
        In("a lock of its own", "var gate = new object(); Monitor.Enter(gate); hub.Rooms.Add(id); Monitor.Exit(gate);"),
        In("a snapshot", "var image = hub.Snapshot(); lock (image) { GC.KeepAlive(image); }"),
        In("a deep copy", "var copy = hub.Clients.DeepCopy(); lock (copy) { copy.Clear(); }"),
        In("a value", "if (hub.Clients.TryGetValue(id, out var client)) { lock (client) { GC.KeepAlive(client); } }"),
        In("the type of a holder", "lock (typeof(Hub)) { hub.Rooms.Add(id); }"),
        Member("a class with a holder", "public void Add(string id) { lock (_gate) { _hub.Rooms.Add(id); } lock (this) { _hub.Rooms.Add(id); } }"),
        Beside("somebody else's monitor", "public static class Monitor { public static void Enter(object on) => GC.KeepAlive(on); }\npublic static class User { public static void M(Hub hub) => Monitor.Enter(hub); }"),
    ];
}

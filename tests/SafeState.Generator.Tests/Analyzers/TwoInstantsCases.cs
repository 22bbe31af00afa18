using static SafeState.Generator.Tests.Analyzers.AdviceCase;

namespace SafeState.Generator.Tests.Analyzers;

/// <summary>Facades given to what asks for their count first, and to what only enumerates.</summary>
internal static class TwoInstantsCases
{
    public static readonly IReadOnlyList<AdviceCase> Flagged =
    [
        In("a spread into an array", "int[] all = [.. {|SAFE106:hub.Jobs|}]; GC.KeepAlive(all);"),
        In("a spread beside another element", "int[] all = [0, .. {|SAFE106:hub.Log|}]; GC.KeepAlive(all);"),
        In("a spread into a list", "List<int> all = [.. {|SAFE106:hub.Log|}, 1]; GC.KeepAlive(all);"),
        In("a spread into an interface", "IReadOnlyList<int> all = [.. {|SAFE106:hub.Log|}]; GC.KeepAlive(all);"),
        In("a spread into a span", "Span<int> all = [1, .. {|SAFE106:hub.Log|}]; all.Clear();"),
        In("a spread into an immutable array", "ImmutableArray<int> all = [1, .. {|SAFE106:hub.Log|}]; GC.KeepAlive(all);"),
        In("two spreads", "int[] all = [.. {|SAFE106:hub.Log|}, .. {|SAFE106:hub.Jobs|}]; GC.KeepAlive(all);"),
        In("a spread of a variable", "var jobs = hub.Jobs; int[] all = [.. {|SAFE106:jobs|}]; GC.KeepAlive(all);"),
        In("a spread of a map", "KeyValuePair<string, Client>[] all = [.. {|SAFE106:hub.Clients|}]; GC.KeepAlive(all);"),
        In("a spread as an argument", "Take([.. {|SAFE106:hub.Rooms|}]); static void Take(string[] all) { }"),
        In("ImmutableArray.CreateRange", "var all = ImmutableArray.CreateRange({|SAFE106:hub.Jobs|}); GC.KeepAlive(all);"),
        In("ToImmutableArray", "var all = {|SAFE106:hub.Jobs|}.ToImmutableArray(); GC.KeepAlive(all);"),
        In("AddRange of an immutable array", "var all = ImmutableArray<int>.Empty.AddRange({|SAFE106:hub.Jobs|}); GC.KeepAlive(all);"),
        In("ImmutableList.CreateRange", "var all = ImmutableList.CreateRange({|SAFE106:hub.Jobs|}); GC.KeepAlive(all);"),
        In("ToImmutableList", "var all = {|SAFE106:hub.Rooms|}.ToImmutableList(); GC.KeepAlive(all);"),
        In("InsertRange of a builder", "var all = ImmutableList.CreateBuilder<int>(); all.InsertRange(0, {|SAFE106:hub.Jobs|});"),
        In("an array that a loop fills", "var all = new int[hub.Jobs.Count]; var next = 0; foreach (var job in {|SAFE106:hub.Jobs|}) { all[next++] = job; }"),
        In("a holder as JSON", "var json = System.Text.Json.JsonSerializer.Serialize({|SAFE106:hub|}); GC.KeepAlive(json);"),
        In("a holder as JSON, as an object", "var json = System.Text.Json.JsonSerializer.Serialize((object){|SAFE106:hub|}); GC.KeepAlive(json);"),
        In("a holder as JSON, with its type", "var json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes({|SAFE106:hub|}, typeof(Hub)); GC.KeepAlive(json);"),
        In("a holder as JSON into a stream", "using var stream = new MemoryStream(); System.Text.Json.JsonSerializer.Serialize(stream, {|SAFE106:hub|});"),
        Member("a holder in a field as JSON", "public string Json() => System.Text.Json.JsonSerializer.Serialize({|SAFE106:_hub|});"),
        OfHub("a holder's own JSON", "public string Json() => System.Text.Json.JsonSerializer.Serialize({|SAFE106:this|});"),
        Beside("a holder by another serialiser", "namespace Newtonsoft.Json { public static class JsonConvert { public static string SerializeObject(object? value) => $\"{value}\"; } }\npublic static class User { public static string Json(Hub hub) => Newtonsoft.Json.JsonConvert.SerializeObject({|SAFE106:hub|}); }"),
        Member("a property", "public int[] All => [.. {|SAFE106:_hub.Log|}];"),
        OfHub("a facade of the holder itself", "public string[] All() => [.. {|SAFE106:Rooms|}];"),
        Program("top-level statements", "var hub = await Task.FromResult(new Hub()); int[] all = [.. {|SAFE106:hub.Log|}]; GC.KeepAlive(all);"),
    ];

    public static readonly IReadOnlyList<AdviceCase> Clean =
    [
        In("a spread of a snapshot", "int[] all = [.. hub.Jobs.Snapshot()]; GC.KeepAlive(all);"),
        In("a spread of a view", "using var state = hub.EnterRead(); List<int> all = [.. state.Jobs]; GC.KeepAlive(all);"),
        In("a spread of a query", "int[] all = [.. hub.Jobs.Select(job => job + 1)]; GC.KeepAlive(all);"),
        In("a spread into what is filled one by one", "HashSet<int> all = [.. hub.Jobs]; GC.KeepAlive(all);"),
        In("a spread of an array", "int[] some = [1]; int[] all = [.. some]; GC.KeepAlive(all);"),
        In("a snapshot as JSON", "var json = System.Text.Json.JsonSerializer.Serialize(hub.Snapshot()); GC.KeepAlive(json);"),
        In("a facade as JSON", "var json = System.Text.Json.JsonSerializer.Serialize(hub.Clients); GC.KeepAlive(json);"),
        In("something else as JSON", "var json = System.Text.Json.JsonSerializer.Serialize(info); GC.KeepAlive(json);"),
        In("JSON of the other direction", "var hubs = System.Text.Json.JsonSerializer.Deserialize<List<string>>(id); GC.KeepAlive((hubs, hub));"),
        Beside("somebody else's serialiser", "public static class JsonSerializer { public static int Serialize(Hub hub) => hub.Peak; }\npublic static class User { public static int M(Hub hub) => JsonSerializer.Serialize(hub); }"),
        In("LINQ", "var all = hub.Jobs.ToArray(); var list = hub.Jobs.ToList(); var set = hub.Jobs.ToHashSet(); var sorted = hub.Jobs.OrderBy(job => job).ToArray(); GC.KeepAlive((all, list, set, sorted));"),
        In("constructors", "var list = new List<int>(hub.Jobs); var set = new HashSet<int>(hub.Jobs); var queue = new Queue<int>(hub.Jobs); GC.KeepAlive((list, set, queue));"),
        In("AddRange of a list", "var list = new List<int>(); list.AddRange(hub.Jobs);"),
        In("other immutable collections", "var set = hub.Jobs.ToImmutableHashSet(); var map = hub.Clients.ToImmutableDictionary(); GC.KeepAlive((set, map));"),
        In("an immutable array of a snapshot", "var all = hub.Jobs.Snapshot().ToImmutableArray(); GC.KeepAlive(all);"),
        In("a capacity", "var all = new List<int>(hub.Jobs.Count); foreach (var job in hub.Jobs) { all.Add(job); }"),
        In("an array for something else", "var all = new int[hub.Jobs.Count]; foreach (var job in hub.Jobs) { Console.WriteLine(job); } GC.KeepAlive(all);"),
        In("an array of a snapshot", "var jobs = hub.Jobs.Snapshot(); var all = new int[jobs.Count]; var next = 0; foreach (var job in jobs) { all[next++] = job; }"),
        In("an array for another facade", "var all = new int[hub.Log.Count]; var next = 0; foreach (var job in hub.Jobs) { if (next < all.Length) { all[next++] = job; } }"),
    ];
}

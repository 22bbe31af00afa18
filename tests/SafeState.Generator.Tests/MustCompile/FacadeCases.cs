using SafeState.Generator.Tests.UsageRules;
using static SafeState.Generator.Tests.UsageRules.Case;

namespace SafeState.Generator.Tests.MustCompile;

/// <summary>What everybody may do with a holder.</summary>
internal static class FacadeCases
{
    public static readonly IReadOnlyList<Case> All =
    [
        WithHub("reading a map", "if (hub.Clients.TryGetValue(\"a\", out var client))\n{\n    Console.WriteLine(client.Name + hub.Clients[\"a\"] + hub.Clients.Count);\n}"),
        WithHub("writing a map", "hub.Clients[\"a\"] = new(\"b\");\nhub.Clients.Set(\"a\", new(\"c\"));\n_ = hub.Clients.TryAdd(\"a\", new(\"d\"));\nhub.Clients.Clear();"),
        WithHub("getting or adding", "var client = hub.Clients.GetOrAdd(\"a\", static key => new Client(key));\nConsole.WriteLine(client.Name);"),
        WithHub("updating", "_ = hub.Clients.Update(\"a\", static (key, value) => value with { Name = key });"),
        WithHub("removing", "if (hub.Clients.Remove(\"a\", out var client))\n{\n    Console.WriteLine(client.Name);\n}\n_ = hub.Clients.RemoveWhere(static (key, value) => key == value.Name);"),
        WithHub("a loop over a snapshot", "foreach (var (name, client) in hub.Clients)\n{\n    hub.Clients.Remove(name);\n    Console.WriteLine(client.Name);\n}"),
        WithHub("a loop under the lock", "foreach (var (name, client) in hub.Clients.Locked())\n{\n    Console.WriteLine(name + client.Name);\n}"),
        WithHub("a loop under the lock with one variable", "foreach (var entry in hub.Clients.Locked())\n{\n    Console.WriteLine(entry.Key);\n}"),
        WithHub("a loop under the lock of a facade in a variable", "var clients = hub.Clients;\nforeach (var entry in clients.Locked())\n{\n    Console.WriteLine(entry.Key);\n}"),
        WithHub("queries", "var names = (from entry in hub.Clients where entry.Value.Name.Length > 1 select entry.Key).ToList();\nConsole.WriteLine(names.Count + hub.Clients.Max(entry => entry.Key.Length));"),
        WithHub("a snapshot", "var image = hub.Snapshot();\nConsole.WriteLine(image.Clients.Count + image.Peak + hub.Version);"),
        WithHub("the snapshot's type", "Hub.StateSnapshot image = hub.Snapshot();\nIReadOnlyDictionary<string, Client> clients = image.Clients;\nConsole.WriteLine(clients.Count);"),
        WithHub("a copy of one's own", "Dictionary<string, Client> copy = hub.Clients.DeepCopy();\ncopy.Clear();"),
        WithHub("the facade's type", "Hub.ClientsMap clients = hub.Clients;\nIReadOnlyDictionary<string, Client> map = clients;\nConsole.WriteLine(map.Count + other.Peak);"),
        WithHub("serialising", "Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(hub.Snapshot()) + System.Text.Json.JsonSerializer.Serialize(hub.Clients));"),
        WithHub("replacing with a query over itself", "hub.Clients.ReplaceAll(hub.Clients.Where(entry => entry.Key != \"a\"));"),
        WithHub("names", "Console.WriteLine(nameof(hub.Clients) + nameof(Hub.Snapshot) + nameof(hub.EnterWrite));"),
        InHub("in the holder's own methods", "public bool M(string id) => Clients.ContainsKey(id) || Rooms.Contains(id) || Log.Contains(Peak);"),
        InHub("in an async method of the holder", "public async Task M()\n{\n    Clients.Set(\"a\", new(\"b\"));\n    await Task.Yield();\n    foreach (var entry in Clients)\n    {\n        await Task.Delay(entry.Key.Length);\n    }\n}"),
        InHub("in an iterator of the holder", "public IEnumerable<string> M()\n{\n    foreach (var room in Rooms)\n    {\n        yield return room;\n    }\n}"),
        InRegistry("of a static holder", "public static int M() => Clients.Count + Registry.Peak + Registry.Snapshot().Peak;"),
    ];
}

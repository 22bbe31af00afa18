namespace SafeState.CodeFixes.Tests;

/// <summary>SAFE103: a check and an act become one call.</summary>
public sealed class AtomicCallTests
{
    private static readonly AtomicCallFix Fix = new();

    public static TheoryData<string, string> Mended => new()
    {
        { "if (!hub.Counts.ContainsKey(key)) hub.Counts.Add(key, 1);", "hub.Counts.TryAdd(key, 1);" },
        { "if (!hub.Counts.ContainsKey(key))\n{\n    hub.Counts[key] = count;\n} // once", "hub.Counts.TryAdd(key, count); // once" },
        { "if (!hub.Clients.ContainsKey(key))\n{\n    hub.Clients[key] = new Client(key, 1);\n}", "hub.Clients.GetOrAdd(key, _ => new Client(key, 1));" },
        {
            "if (!hub.Clients.TryGetValue(key, out var client))\n{\n    client = new Client(key, 1);\n    hub.Clients[key] = client;\n}\n\nSystem.Console.WriteLine(client.Name);",
            "var client = hub.Clients.GetOrAdd(key, _ => new Client(key, 1));\n\nSystem.Console.WriteLine(client.Name);"
        },
        {
            "Client? client;\nif (!hub.Clients.TryGetValue(key, out client))\n{\n    hub.Clients[key] = client = new Client(key, 1);\n}\n\nSystem.Console.WriteLine(client.Name);",
            "Client? client;\nclient = hub.Clients.GetOrAdd(key, _ => new Client(key, 1));\n\nSystem.Console.WriteLine(client.Name);"
        },
        {
            "if (hub.Clients.TryGetValue(key, out var client))\n{\n    hub.Clients[key] = client with { Room = count };\n}",
            "hub.Clients.Update(key, (_, client) => client with { Room = count });"
        },
        {
            "if (hub.Counts.TryGetValue(key, out var old))\n{\n    hub.Counts[key] = old + count;\n}\nelse\n{\n    hub.Counts[key] = count;\n}",
            "hub.Counts.AddOrUpdate(key, count, (_, old) => old + count);"
        },
        { "hub.Counts[key] = hub.Counts.GetValueOrDefault(key) + 1;", "hub.Counts.AddOrUpdate(key, 1, (_, value) => value + 1);" },
        {
            "if (hub.Clients.ContainsKey(key))\n{\n    // Found.\n    System.Console.WriteLine(hub.Clients[key].Name);\n}",
            "if (hub.Clients.TryGetValue(key, out var value))\n{\n    // Found.\n    System.Console.WriteLine(value.Name);\n}"
        },
        {
            "if (hub.Clients.ContainsKey(key))\n{\n    var client = hub.Clients[key];\n    System.Console.WriteLine(client.Name);\n}",
            "if (hub.Clients.TryGetValue(key, out var client))\n{\n    System.Console.WriteLine(client.Name);\n}"
        },
        { "System.Console.WriteLine(hub.Counts.ContainsKey(key) ? hub.Counts[key] : 7);", "System.Console.WriteLine(hub.Counts.TryGetValue(key, out var value) ? value : 7);" },
        {
            "if (hub.Clients.TryGetValue(key, out var client))\n{\n    System.Console.WriteLine(client.Name);\n    hub.Clients.Remove(key);\n}",
            "if (hub.Clients.Remove(key, out var client))\n{\n    System.Console.WriteLine(client.Name);\n}"
        },
    };

    [Theory]
    [MemberData(nameof(Mended))]
    public Task Becomes(string before, string after) => FixTest.AssertAsync(Fix, Program(before), Program(after));

    [Theory]
    // What the scope of a lock calls may come back to the holder.
    [InlineData("if (hub.Clients.TryGetValue(key, out var client))\n{\n    hub.Clients[key] = Moved(client);\n}")]
    [InlineData("if (hub.Counts.TryGetValue(key, out var old))\n{\n    hub.Counts[key] = old + hub.Clients.Count;\n}")]
    // A comment has no place in one call.
    [InlineData("if (!hub.Counts.ContainsKey(key))\n{\n    // Once.\n    hub.Counts.Add(key, 1);\n}")]
    // The lambda could not use the parameter.
    [InlineData("if (!hub.Clients.ContainsKey(key))\n{\n    hub.Clients[key] = new Client(key, room + 1);\n}")]
    // A missing key throws, and Update would say nothing.
    [InlineData("hub.Counts[key] += 1;")]
    // Only a scope does both.
    [InlineData("if (hub.Clients.Count < 10)\n{\n    hub.Clients.Add(key, new Client(key, 1));\n}")]
    public Task Where_one_call_would_mean_something_else_nothing_is_offered(string statements) => FixTest.AssertNothingOfferedAsync(Fix, Program(statements));

    private static string Program(string statements) => $$"""
        using System.Collections.Generic;
        using SafeState;

        public sealed record Client(string Name, int Room);

        [SharedState]
        public sealed partial class Hub
        {
            private readonly Dictionary<string, Client> _clients = new();
            private readonly Dictionary<string, int> _counts = new();
        }

        public static class User
        {
            public static void Use(Hub hub, string key, int count, ref int room)
            {
                {{statements.Replace("\n", "\n        ").Replace("\n        \n", "\n\n")}}
            }

            private static Client Moved(Client client) => client with { Room = 2 };
        }
        """;
}

namespace SafeState.Benchmarks.Analyzers;

/// <summary>Files as people write them: holders, services that use them, and services that do not.</summary>
internal static class ProjectSources
{
    private const int HolderMethods = 8;
    private const int ServiceMethods = 6;

    public static IEnumerable<(string Name, string Text)> Of(int files, int holders)
    {
        for (var number = 0; number < files; number++)
        {
            yield return number < holders
                ? ($"Hub{number}.cs", Hub(number))
                : ($"Service{number}.cs", Service(number, number % 3 == 0 ? number % holders : null));
        }
    }

    private static string Hub(int number) => $$"""
        namespace Program;

        public sealed record Client{{number}}(string Name, int Room);

        [SharedState(ScopeAccess = ScopeAccess.Internal)]
        public sealed partial class Hub{{number}}
        {
            private readonly Dictionary<string, Client{{number}}> _clients = [];
            private readonly HashSet<string> _rooms = new(StringComparer.OrdinalIgnoreCase);
            private readonly List<int> _log = [];
            private int _peak;
        {{Repeat(HolderMethods, method => $$"""

                public void Join{{method}}(string id, Client{{number}} client)
                {
                    using var state = EnterWrite();
                    if (!state.Clients.ContainsKey(id))
                    {
                        state.Clients.Set(id, client);
                        state.Rooms.Add(client.Name);
                    }

                    state.Peak = Math.Max(state.Peak, state.Clients.Count);
                    for (var round = 0; round < {{method}}; round++)
                    {
                        state.Log.Add(round * client.Room);
                    }
                }

                public string? Find{{method}}(string id) =>
                    Clients.TryGetValue(id, out var found) && found.Room > {{method}} ? $"{found.Name} of {Rooms.Count}" : null;

            """)}}
        }
        """;

    private static string Service(int number, int? hub) => $$"""
        using System.Text;

        namespace Program;

        public sealed record Order{{number}}(string Name, int Count);

        public sealed class Service{{number}}
        {
            private readonly Dictionary<string, decimal> _prices = [];
        {{(hub is { } used ? Use(used) : "")}}{{Repeat(ServiceMethods, method => $$"""

                public decimal Total{{method}}(IEnumerable<Order{{number}}> orders, string name)
                {
                    var total = 0m;
                    var seen = new HashSet<string>();
                    foreach (var order in orders.Where(order => order.Name.StartsWith(name, StringComparison.Ordinal)).OrderBy(order => order.Count))
                    {
                        if (!seen.Add(order.Name))
                        {
                            continue;
                        }

                        if (!_prices.TryGetValue(order.Name, out var price))
                        {
                            price = order.Count * 1.5m;
                            _prices[order.Name] = price;
                        }

                        total += price switch
                        {
                            > 100m => price * 0.9m,
                            > 10m => price * 0.95m,
                            _ => price,
                        };
                    }

                    return Math.Round(total, {{method}});
                }

                public async Task<string> Load{{method}}(string path, CancellationToken token)
                {
                    var lines = await File.ReadAllLinesAsync(path, token);
                    var text = new StringBuilder();
                    foreach (var group in lines.GroupBy(line => line.Length))
                    {
                        text.Append(group.Key).Append(':').AppendJoin(',', group.Select(line => line.Trim()));
                    }

                    await Task.Delay({{method}}, token);
                    return text.ToString();
                }

            """)}}
        }
        """;

    private static string Use(int hub) => $$"""
            private readonly Hub{{hub}} _hub = new();

            public void Use(string id)
            {
                _hub.Clients.GetOrAdd(id, key => new Client{{hub}}(key, 1));
                foreach (var (key, client) in _hub.Clients)
                {
                    if (client.Room > 3)
                    {
                        _hub.Clients.Remove(key);
                    }
                }

                using var state = _hub.EnterWrite();
                state.Peak = state.Log.Count;
            }

        """;

    private static string Repeat(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}

using System.Text.Json;
using SafeState;

var hub = new Hub();
Parallel.For(0, 1000, number => hub.Join($"client {number % 10}"));
Console.WriteLine($"{hub.Joined} joined, {JsonSerializer.Serialize(hub.Snapshot().Clients.Values)}");

[SharedState]
internal sealed partial class Hub
{
    private Dictionary<string, int> _clients = [];
    private int _joined;

    public void Join(string client)
    {
        using var state = EnterWrite();
        state.Joined++;
        state.Clients.TryGetValue(client, out var times);
        state.Clients.Set(client, times + 1);
    }
}

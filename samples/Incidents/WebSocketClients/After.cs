using SafeState;

namespace Incidents.WebSocketClients;

/// <summary>The room as a holder: a broadcast walks over those who were there when it began, without any lock.</summary>
[SharedState(Strategy = Strategy.CopyOnWrite)]
internal sealed partial class After : IChatRoom
{
    private readonly HashSet<ChatClient> _clients = new();

    public void Join(ChatClient client) => Clients.Add(client);

    public void Leave(ChatClient client) => Clients.Remove(client);

    public async Task BroadcastAsync(string message)
    {
        foreach (var client in Clients)
        {
            await client.SendAsync(message);
        }
    }
}

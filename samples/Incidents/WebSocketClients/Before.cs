namespace Incidents.WebSocketClients;

/// <summary>The room as it was: clients come and go while a broadcast walks over the set.</summary>
internal sealed class Before : IChatRoom
{
    private readonly HashSet<ChatClient> _clients = new();

    public void Join(ChatClient client) => _clients.Add(client);

    public void Leave(ChatClient client) => _clients.Remove(client);

    public async Task BroadcastAsync(string message)
    {
        foreach (var client in _clients)
        {
            await client.SendAsync(message);
        }
    }
}

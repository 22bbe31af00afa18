namespace Incidents.WebSocketClients;

/// <summary>Everybody who is connected, and a way to speak to all of them.</summary>
internal interface IChatRoom
{
    /// <summary>Lets a client in.</summary>
    void Join(ChatClient client);

    /// <summary>Takes a client out; it may have gone already.</summary>
    void Leave(ChatClient client);

    /// <summary>Sends a message to every client.</summary>
    Task BroadcastAsync(string message);
}

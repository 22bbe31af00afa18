using System.Net.WebSockets;
using System.Text;
using SafeState;

namespace Incidents.WebSocketClients;

/// <summary>
/// A connection that several broadcasts may write to at once. Locking the set of clients does not lock the clients: a
/// <see cref="WebSocket"/> allows one send at a time, so this sees to it, and may say <see cref="ThreadSafeAttribute"/> of itself.
/// </summary>
[ThreadSafe]
internal sealed class ChatClient(WebSocket socket, CancellationToken gone)
{
    private const int MaximumLength = 256;

    private readonly SemaphoreSlim _sending = new(1, 1);

    /// <summary>Sends a message. Somebody who has gone misses it: that is no fault.</summary>
    public async Task SendAsync(string message)
    {
        await _sending.WaitAsync(CancellationToken.None);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, gone);
        }
        catch (Exception exception) when (IsGoodbye(exception))
        {
            // Its own receiving end notices too, and takes the client out of the room.
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The next message, or null when there will be none.</summary>
    public async Task<string?> ReceiveAsync()
    {
        var buffer = new byte[MaximumLength];
        var length = 0;
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(length), gone);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                length += received.Count;
                if (received.EndOfMessage)
                {
                    return Encoding.UTF8.GetString(buffer, 0, length);
                }
            }
        }
        catch (Exception exception) when (IsGoodbye(exception))
        {
            return null;
        }
    }

    private static bool IsGoodbye(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException;
}

using System.Net.WebSockets;
using System.Text;

namespace Incidents.WebSocketClients;

/// <summary>Somebody at the other end of the wire: a real client that talks and writes down what it hears.</summary>
internal sealed class Participant : IDisposable
{
    /// <summary>What the server says to a client that it has let in.</summary>
    public const string Welcome = "welcome";

    private readonly ClientWebSocket _socket = new();
    private readonly Dictionary<string, int> _heard = new();
    private readonly HashSet<string> _missing;
    private readonly TaskCompletionSource _welcomed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _heardAll = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _listening = Task.CompletedTask;

    /// <summary>A participant that waits for these messages.</summary>
    public Participant(IEnumerable<string> expected) => _missing = [.. expected];

    /// <summary>Ends when every expected message has been heard, or the connection is gone.</summary>
    public Task HeardAll => _heardAll.Task;

    /// <summary>Connects and begins to listen. A connection is not yet a place in the room: this waits for the welcome too.</summary>
    public async Task ConnectAsync(Uri address, CancellationToken cancellation)
    {
        await _socket.ConnectAsync(address, cancellation);
        _listening = ListenAsync(cancellation);
        await _welcomed.Task.WaitAsync(cancellation);
    }

    /// <summary>Says something to everybody.</summary>
    public Task SayAsync(string message, CancellationToken cancellation) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    /// <summary>Leaves; then, for good, which messages were missed and how many were heard more than once.</summary>
    public async Task<(IReadOnlyCollection<string> Missed, int Repeated, int Heard)> LeaveAsync()
    {
        _socket.Abort();
        await _listening;
        return (_missing, _heard.Values.Count(times => times > 1), _heard.Count);
    }

    /// <inheritdoc />
    public void Dispose() => _socket.Dispose();

    private async Task ListenAsync(CancellationToken cancellation)
    {
        var connection = new ChatClient(_socket, cancellation);
        while (await connection.ReceiveAsync() is { } message)
        {
            if (message == Welcome)
            {
                _welcomed.TrySetResult();
                continue;
            }

            _heard[message] = _heard.GetValueOrDefault(message) + 1;
            if (_missing.Remove(message) && _missing.Count == 0)
            {
                _heardAll.TrySetResult();
            }
        }

        _welcomed.TrySetResult();
        _heardAll.TrySetResult();
    }
}

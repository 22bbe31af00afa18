using Incidents.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Incidents.WebSocketClients;

/// <summary>
/// A chat server speaks to all its clients while clients come and go. In production: iteration over the set of clients and a
/// write to it at the same time, and a hub that took everybody down with it.
/// </summary>
internal static class Replay
{
    private const int Regulars = 6;
    private const int MessagesPerRegular = 60;
    private const int Visitors = 8;

    public static Incident Incident { get; } = new(
        nameof(WebSocketClients),
        typeof(After),
        (ledger, cancellation) => PlayAsync(new Before(), ledger, cancellation),
        (ledger, cancellation) => PlayAsync(new After(), ledger, cancellation));

    private static async Task PlayAsync(IChatRoom room, Ledger ledger, CancellationToken cancellation)
    {
        await using var server = await LocalServer.StartAsync(Serve, ledger, cancellation);
        var address = new UriBuilder(server.Address) { Scheme = Uri.UriSchemeWs }.Uri;

        // The regulars are all there before anybody speaks: each must hear everything, exactly once.
        var messages = Enumerable.Range(0, Regulars).Select(MessagesOf).ToList();
        var regulars = messages.Select(_ => new Participant(messages.SelectMany(message => message))).ToList();
        foreach (var regular in regulars)
        {
            await regular.ConnectAsync(address, cancellation);
        }

        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var visitors = Task.WhenAll(Enumerable.Range(0, Visitors).Select(_ => VisitAsync(address, ledger, closing.Token)));
        await Task.WhenAll(regulars.Zip(messages, (regular, mine) => TalkAsync(regular, mine, ledger, cancellation)));
        await ledger.SettleAsync(Task.WhenAll(regulars.Select(regular => regular.HeardAll)), cancellation);
        await closing.CancelAsync();
        await visitors.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // They were interrupted: that is how they end.

        foreach (var regular in regulars)
        {
            var (missed, repeated, heard) = await regular.LeaveAsync();
            regular.Dispose();
            ledger.AddLost(missed.Count);
            ledger.AddDuplicated(repeated);
            ledger.AddOperations(heard);
        }

        void Serve(WebApplication application)
        {
            application.UseWebSockets();
            application.Run(context => ChatAsync(room, context));
        }
    }

    private static async Task ChatAsync(IChatRoom room, HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var client = new ChatClient(socket, context.RequestAborted);
        room.Join(client);
        try
        {
            await client.SendAsync(Participant.Welcome);
            while (await client.ReceiveAsync() is { } message)
            {
                await room.BroadcastAsync(message);
            }
        }
        finally
        {
            room.Leave(client);
        }
    }

    private static Task TalkAsync(Participant regular, IEnumerable<string> messages, Ledger ledger, CancellationToken cancellation) =>
        ledger.GuardAsync(
            async () =>
            {
                foreach (var message in messages)
                {
                    await regular.SayAsync(message, cancellation);
                }
            },
            cancellation);

    /// <summary>Comes, says hello and drops the connection, over and over, until the round is done.</summary>
    private static async Task VisitAsync(Uri address, Ledger ledger, CancellationToken closing)
    {
        while (!closing.IsCancellationRequested)
        {
            await ledger.GuardAsync(
                async () =>
                {
                    using var visitor = new Participant([]);
                    await visitor.ConnectAsync(address, closing);
                    await visitor.SayAsync($"hello from {Guid.NewGuid()}", closing);
                    await visitor.LeaveAsync();
                },
                closing);
        }
    }

    private static List<string> MessagesOf(int regular) =>
        [.. Enumerable.Range(0, MessagesPerRegular).Select(i => $"{regular}: message {i}")];
}

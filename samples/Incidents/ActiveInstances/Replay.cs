using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Incidents.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Incidents.ActiveInstances;

/// <summary>
/// A webhook daemon keeps a channel for each running instance in a static map. In production: concurrent writes to that map;
/// and because webhooks are delivered more than once, a channel that was closed twice.
/// </summary>
internal static class Replay
{
    private const int InstancesPerRound = 300;

    public static Incident Incident { get; } = new(
        nameof(ActiveInstances),
        typeof(After),
        (ledger, cancellation) => PlayAsync(new(Before.Start, Before.Deliver, Before.Stop), ledger, cancellation),
        (ledger, cancellation) => PlayAsync(new(After.Start, After.Deliver, After.Stop), ledger, cancellation));

    private static async Task PlayAsync(Instances instances, Ledger ledger, CancellationToken cancellation)
    {
        var started = new ConcurrentDictionary<string, Task<int>>();
        var webhooks = new Rendezvous(patience: TimeSpan.FromMicroseconds(200));
        await using var server = await LocalServer.StartAsync(Serve, ledger, cancellation);
        var ids = Enumerable.Range(0, InstancesPerRound).Select(_ => Guid.NewGuid().ToString("N")).ToList();

        await ledger.ForEachAsync(ids, (id, token) => SendAsync(HttpMethod.Post, id, token), cancellation);
        var accepted = new ConcurrentDictionary<string, bool>();
        await ledger.ForEachAsync(started.Keys, DeliverAsync, cancellation);
        await ledger.ForEachAsync(started.Keys, StopTwiceAsync, cancellation);
        await VerifyAsync(started, accepted, ledger, cancellation);

        void Serve(WebApplication application)
        {
            application.MapPost("/instances/{id}", (string id) =>
            {
                webhooks.Meet();
                started[id] = ConsumeAsync(instances.Start(id), cancellation);
            });
            application.MapPost("/instances/{id}/events/{text}", (string id, string text) => Answer(instances.Deliver(id, text)));
            application.MapDelete("/instances/{id}", (string id) =>
            {
                webhooks.Meet();
                return Answer(instances.Stop(id));
            });
        }

        async Task DeliverAsync(string id, CancellationToken token)
        {
            var status = await SendAsync(HttpMethod.Post, $"{id}/events/paid", token);
            accepted[id] = status == HttpStatusCode.OK;
            if (status == HttpStatusCode.NotFound)
            {
                ledger.AddLost(); // It was started, nobody has stopped it, and yet it is not there.
            }
        }

        // The same webhook twice, at the same time: exactly one of the two may find the instance.
        async Task StopTwiceAsync(string id, CancellationToken token)
        {
            var statuses = await Task.WhenAll(SendAsync(HttpMethod.Delete, id, token), SendAsync(HttpMethod.Delete, id, token));
            if (statuses.All(status => status == HttpStatusCode.NotFound))
            {
                ledger.AddLost();
            }
            else if (statuses.All(status => status == HttpStatusCode.OK))
            {
                ledger.AddDuplicated();
            }
        }

        async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, CancellationToken token)
        {
            using var request = new HttpRequestMessage(method, $"/instances/{path}");
            using var response = await server.Client.SendAsync(request, token);
            if (response.StatusCode != HttpStatusCode.InternalServerError)
            {
                ledger.AddOperations();
            }

            return response.StatusCode;
        }
    }

    private static IResult Answer(bool found) => found ? Results.Ok() : Results.NotFound();

    /// <summary>Reads the events of an instance until its channel is completed; how many they were.</summary>
    private static async Task<int> ConsumeAsync(ChannelReader<string> events, CancellationToken cancellation) =>
        await events.ReadAllAsync(cancellation).CountAsync(cancellation);

    /// <summary>Every channel has been completed, and every event that was accepted has been read once.</summary>
    private static async Task VerifyAsync(
        ConcurrentDictionary<string, Task<int>> started, ConcurrentDictionary<string, bool> accepted, Ledger ledger, CancellationToken cancellation)
    {
        await ledger.SettleAsync(Task.WhenAll(started.Values), cancellation);
        foreach (var (id, consumer) in started)
        {
            var expected = accepted.GetValueOrDefault(id) ? 1 : 0;
            if (!consumer.IsCompletedSuccessfully || await consumer < expected)
            {
                ledger.AddLost(); // A channel that nobody will ever complete, or an event that nobody has read.
            }
            else if (await consumer > expected)
            {
                ledger.AddDuplicated();
            }
        }
    }
}

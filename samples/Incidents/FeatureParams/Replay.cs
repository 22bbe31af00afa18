using System.Net.Http.Json;
using System.Text.Json;
using Incidents.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Incidents.FeatureParams;

/// <summary>
/// A map of parameters is sent as JSON while other requests write the id of a driver into it. In production: concurrent iteration
/// and write inside the serialiser, and a process that was gone.
/// </summary>
internal static class Replay
{
    private const int Orders = 400;

    public static Incident Incident { get; } = new(
        nameof(FeatureParams),
        typeof(After),
        (ledger, cancellation) => PlayAsync(new Before(), ledger, cancellation),
        (ledger, cancellation) => PlayAsync(new After(), ledger, cancellation));

    private static async Task PlayAsync(IFeatureParams parameters, Ledger ledger, CancellationToken cancellation)
    {
        await using var server = await LocalServer.StartAsync(Serve, ledger, cancellation);
        var accepted = new bool[Orders];
        await ledger.ForEachAsync(Enumerable.Range(0, Orders), TakeAndReadAsync, cancellation);
        await ledger.GuardAsync(VerifyAsync, cancellation);

        void Serve(WebApplication application)
        {
            application.MapPut("/orders/{order}/driver/{driver:long}", (string order, long driver) => parameters.SetDriver(order, driver));
            application.MapGet("/params", () => Results.Text(parameters.ToJson(), "application/json"));
        }

        // Each client writes and reads: with many of them, somebody always writes while somebody reads.
        async Task TakeAndReadAsync(int order, CancellationToken token)
        {
            using var written = await server.Client.PutAsync($"/orders/{order}/driver/{DriverOf(order)}", null, token);
            accepted[order] = written.IsSuccessStatusCode;
            using var read = await server.Client.GetAsync("/params", token);
            if (written.IsSuccessStatusCode && read.IsSuccessStatusCode)
            {
                var parameters = await read.Content.ReadFromJsonAsync<JsonElement>(token);
                CountPresent(parameters, [order]);
                ledger.AddOperations(2);
            }
        }

        async Task VerifyAsync()
        {
            var parameters = await server.Client.GetFromJsonAsync<JsonElement>("/params", cancellation);
            CountPresent(parameters, Enumerable.Range(0, Orders).Where(order => accepted[order]));
        }

        void CountPresent(JsonElement parameters, IEnumerable<int> orders)
        {
            foreach (var order in orders)
            {
                var matches = parameters.EnumerateObject().Where(parameter => parameter.NameEquals($"{order}")).ToList();
                if (!matches.Any(match => match.Value.GetInt64() == DriverOf(order)))
                {
                    ledger.AddLost();
                }
                else if (matches.Count > 1)
                {
                    ledger.AddDuplicated();
                }
            }
        }
    }

    private static long DriverOf(int order) => 70_000 + order;
}

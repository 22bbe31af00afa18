using Incidents.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Incidents.ResponseHeaders;

/// <summary>
/// Several tasks of one request set headers on its response. In production: concurrent writes to the header map of a response,
/// again and again, in proxies, caches and web frameworks.
/// </summary>
internal static class Replay
{
    private const int Requests = 300;
    private const int TasksPerRequest = 4;
    private const int HeadersPerTask = 12;

    // One header that every task sets, each in its own spelling.
    private static readonly string[] SharedHeader = ["Cache-Status", "cache-status", "CACHE-STATUS", "Cache-status"];

    public static Incident Incident { get; } = new(
        nameof(ResponseHeaders),
        typeof(After),
        (ledger, cancellation) => PlayAsync(() => new Before(), ledger, cancellation),
        (ledger, cancellation) => PlayAsync(() => new After(), ledger, cancellation));

    private static async Task PlayAsync(Func<IResponseHeaders> create, Ledger ledger, CancellationToken cancellation)
    {
        await using var server = await LocalServer.StartAsync(
            application => application.Run(context => AnswerAsync(create(), context)), ledger, cancellation);
        await ledger.ForEachAsync(
            Enumerable.Range(0, Requests), (_, token) => RequestAsync(server.Client, ledger, token), cancellation);
    }

    private static async Task AnswerAsync(IResponseHeaders headers, HttpContext context)
    {
        var rendezvous = new Rendezvous(patience: TimeSpan.FromMicroseconds(200));
        await Task.WhenAll(Enumerable.Range(0, TasksPerRequest).Select(task => Task.Run(() => Enrich(headers, task, rendezvous))));
        headers.WriteTo(context.Response.Headers);
        await context.Response.WriteAsync("done");
    }

    private static void Enrich(IResponseHeaders headers, int task, Rendezvous rendezvous)
    {
        rendezvous.Meet();
        for (var i = 0; i < HeadersPerTask; i++)
        {
            headers.Set(NameOf(task, i), $"task {task}", $"header {i}");
            headers.Set(SharedHeader[task], $"hit {task}", $"stored {task}");
        }
    }

    private static async Task RequestAsync(HttpClient client, Ledger ledger, CancellationToken cancellation)
    {
        using var response = await client.GetAsync("/", cancellation);
        if (!response.IsSuccessStatusCode)
        {
            return; // The server has already told the ledger why.
        }

        for (var task = 0; task < TasksPerRequest; task++)
        {
            for (var i = 0; i < HeadersPerTask; i++)
            {
                Expect(ValuesOf(response, NameOf(task, i)), [[$"task {task}", $"header {i}"]], ledger);
            }
        }

        var possible = Enumerable.Range(0, TasksPerRequest).Select(task => new[] { $"hit {task}", $"stored {task}" });
        Expect(ValuesOf(response, SharedHeader[0]), possible, ledger);
    }

    /// <summary>A header has the values that one task has set, all of them and no others.</summary>
    private static void Expect(string[] actual, IEnumerable<string[]> possible, Ledger ledger)
    {
        if (possible.Any(values => values.SequenceEqual(actual)))
        {
            ledger.AddOperations();
        }
        else if (actual.Length > 2)
        {
            ledger.AddDuplicated();
        }
        else
        {
            ledger.AddLost();
        }
    }

    private static string NameOf(int task, int header) => $"X-Task-{task}-{header}";

    private static string[] ValuesOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? [.. values] : [];
}

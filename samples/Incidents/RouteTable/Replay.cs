using Incidents.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Incidents.RouteTable;

/// <summary>
/// Two servers start at the same moment and register their routes into one table, while requests already arrive. In production
/// the process died at start-up: concurrent writes to the map of its route tree.
/// </summary>
internal static class Replay
{
    private const int ModulesPerServer = 50;
    private const int RoutesPerModule = 20;

    private static readonly string[] ServerNames = ["orders", "payments"];

    public static Incident Incident { get; } = new(
        nameof(RouteTable),
        typeof(After),
        (ledger, cancellation) => PlayAsync(new Before(), ledger, cancellation),
        (ledger, cancellation) => PlayAsync(new After(), ledger, cancellation));

    private static async Task PlayAsync(IRouteTable table, Ledger ledger, CancellationToken cancellation)
    {
        await using var orders = await LocalServer.StartAsync(Serve, ledger, cancellation);
        await using var payments = await LocalServer.StartAsync(Serve, ledger, cancellation);
        LocalServer[] servers = [orders, payments];

        using var registering = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var requests = Task.WhenAll(servers.Select(server => RequestAsync(server, ledger, registering.Token)));
        var rendezvous = new Rendezvous(patience: TimeSpan.FromMilliseconds(2));
        var registered = await Task.WhenAll(ServerNames.Select(name =>
            Task.Factory.StartNew(() => Register(table, name, rendezvous, ledger), TaskCreationOptions.LongRunning)));
        await registering.CancelAsync();
        await requests.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // The last request was interrupted.
        table.Freeze();

        await ledger.ForEachAsync(
            registered.SelectMany(paths => paths),
            (path, token) => VerifyAsync(path, servers[path.Length % servers.Length], ledger, token),
            cancellation);

        void Serve(WebApplication application) => application.Run(context => DispatchAsync(table, context));
    }

    private static Task DispatchAsync(IRouteTable table, HttpContext context)
    {
        if (table.Match(context.Request.Method, context.Request.Path.Value!) is { } handler)
        {
            return handler(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>
    /// What a server does when it starts; the paths that the table has taken. The servers meet at every module.
    /// </summary>
    private static List<string> Register(IRouteTable table, string server, Rendezvous rendezvous, Ledger ledger)
    {
        var registered = new List<string>();
        try
        {
            for (var module = 0; module < ModulesPerServer; module++)
            {
                rendezvous.Meet();
                for (var route = 0; route < RoutesPerModule; route++)
                {
                    var path = PathOf(server, module, route);
                    table.Register(HttpMethods.Get, path, context => context.Response.WriteAsync(path));
                    registered.Add(path);
                }
            }
        }
        catch (Exception fault)
        {
            ledger.AddFault(fault); // This server has died while it started; the other one may go on.
        }

        ledger.AddOperations(registered.Count);
        return registered;
    }

    /// <summary>The impatient clients: 404 is a fair answer before the route is there, an exception never is.</summary>
    private static async Task RequestAsync(LocalServer server, Ledger ledger, CancellationToken registering)
    {
        for (var i = 0; !registering.IsCancellationRequested; i++)
        {
            var path = PathOf(ServerNames[i % ServerNames.Length], i % ModulesPerServer, i % RoutesPerModule);
            await ledger.GuardAsync(
                async () =>
                {
                    using var response = await server.Client.GetAsync(path, registering);
                    ledger.AddOperations();
                },
                registering);
        }
    }

    /// <summary>Every route that was registered must be served, by its own handler; the table is shared, so any server will do.</summary>
    private static async Task VerifyAsync(string path, LocalServer server, Ledger ledger, CancellationToken cancellation)
    {
        using var response = await server.Client.GetAsync(path, cancellation);
        if (response.IsSuccessStatusCode && await response.Content.ReadAsStringAsync(cancellation) == path)
        {
            ledger.AddOperations();
        }
        else
        {
            ledger.AddLost();
        }
    }

    // The servers meet in the tree as well: both need the nodes of a module and of a route.
    private static string PathOf(string server, int module, int route) => $"/{module}/{route}/{server}";
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Running;

/// <summary>A real Kestrel on a free port of the loopback address, and a client that talks to it.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    private readonly WebApplication _application;

    private LocalServer(WebApplication application)
    {
        _application = application;
        Address = new Uri(application.Urls.First());
        Client = new HttpClient { BaseAddress = Address, Timeout = RequestTimeout };
    }

    /// <summary>Where the server listens.</summary>
    public Uri Address { get; }

    /// <summary>A client of this server. It gives up after a while: corrupted state may keep a request for ever.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts a server; exceptions of its handlers are faults of the round and reach the client as status 500.</summary>
    public static async Task<LocalServer> StartAsync(Action<WebApplication> configure, Ledger ledger, CancellationToken cancellation)
    {
        // The empty builder: many servers come and go here, and none should read settings, watch files or log.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();

        var application = builder.Build();
        application.Use((context, next) => RecordFaultsAsync(context, next, ledger));
        configure(application);
        await application.StartAsync(cancellation);
        return new LocalServer(application);
    }

    /// <summary>Stops the server, and does not wait long for requests that will never end.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        using var patience = new CancellationTokenSource(StopTimeout);
        await _application.StopAsync(patience.Token);
        await _application.DisposeAsync();
    }

    private static async Task RecordFaultsAsync(HttpContext context, RequestDelegate next, Ledger ledger)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: that is its right.
        }
        catch (Exception fault)
        {
            ledger.AddFault(fault);
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
    }
}

using Microsoft.AspNetCore.Http;

namespace Incidents.RouteTable;

/// <summary>The table as it was: it relied on all registration being over before anything else begins, and nothing made it so.</summary>
internal sealed class Before : IRouteTable
{
    private readonly Dictionary<(string Method, string Path), RequestDelegate> _routes = new();

    public void Register(string method, string path, RequestDelegate handler) =>
        _routes.Add((method, path), handler);

    public RequestDelegate? Match(string method, string path) =>
        _routes.GetValueOrDefault((method, path));
}

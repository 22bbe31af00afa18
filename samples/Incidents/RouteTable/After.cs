using Microsoft.AspNetCore.Http;
using SafeState;

namespace Incidents.RouteTable;

/// <summary>The table as a holder: locked while the servers start, frozen and lock-free from then on.</summary>
[SharedState(Strategy = Strategy.FreezeOnce)]
internal sealed partial class After : IRouteTable
{
    private readonly Dictionary<(string Method, string Path), RequestDelegate> _routes = new();

    public void Register(string method, string path, RequestDelegate handler) =>
        Routes.Add((method, path), handler);

    public RequestDelegate? Match(string method, string path) =>
        Routes.GetValueOrDefault((method, path));
}

using Microsoft.AspNetCore.Http;

namespace Incidents.RouteTable;

/// <summary>The routes of all servers of a process.</summary>
internal interface IRouteTable
{
    /// <summary>Adds a route; a second handler for the same route is an error.</summary>
    void Register(string method, string path, RequestDelegate handler);

    /// <summary>The handler of a request, if there is one.</summary>
    RequestDelegate? Match(string method, string path);

    /// <summary>Called when all servers have registered their routes. An ordinary table has nothing to do then.</summary>
    void Freeze()
    {
    }
}

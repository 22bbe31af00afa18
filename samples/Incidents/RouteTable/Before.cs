using Microsoft.AspNetCore.Http;

namespace Incidents.RouteTable;

/// <summary>The table as it was, a tree: it relied on all registration being over before anything else begins, and nothing made it so.</summary>
internal sealed class Before : IRouteTable
{
    private readonly Node _root = new();

    public void Register(string method, string path, RequestDelegate handler)
    {
        var node = _root;
        foreach (var part in path.Split('/'))
        {
            if (!node.Children.TryGetValue(part, out var child))
            {
                node.Children.Add(part, child = new Node());
            }

            node = child;
        }

        node.Handlers.Add(method, handler);
    }

    public RequestDelegate? Match(string method, string path)
    {
        var node = _root;
        foreach (var part in path.Split('/'))
        {
            if (!node.Children.TryGetValue(part, out node))
            {
                return null;
            }
        }

        return node.Handlers.GetValueOrDefault(method);
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Children { get; } = new();

        public Dictionary<string, RequestDelegate> Handlers { get; } = new();
    }
}

using Microsoft.AspNetCore.Http;
using SafeState;

namespace Incidents.RouteTable;

/// <summary>The table as a holder of a tree: locked while the servers start, frozen and lock-free from then on.</summary>
[SharedState(Strategy = Strategy.FreezeOnce)]
internal sealed partial class After : IRouteTable
{
    private readonly Node _root = new();

    public void Register(string method, string path, RequestDelegate handler)
    {
        using var state = EnterWrite();
        var node = state.Root;
        foreach (var part in path.Split('/'))
        {
            node = node.Children.GetOrAdd(part);
        }

        node.Handlers.Add(method, handler);
    }

    public RequestDelegate? Match(string method, string path)
    {
        using var state = EnterRead();
        var node = state.Root;
        foreach (var part in path.Split('/'))
        {
            if (!node.Children.TryGetValue(part, out node))
            {
                return null;
            }
        }

        return node.Handlers.TryGetValue(method, out var handler) ? handler : null;
    }

    [StateNode]
    private sealed partial class Node
    {
        private readonly Dictionary<string, Node> _children = new();
        private readonly Dictionary<string, RequestDelegate> _handlers = new();
    }
}

using SafeState;

var routes = new Routes();
Parallel.For(0, 1000, number => routes.Targets[$"/{number}"] = number);
routes.Freeze();
Console.WriteLine($"{routes.Targets.Count} routes on .NET 8, frozen: {routes.IsFrozen}");

[SharedState(Strategy = Strategy.FreezeOnce)]
internal sealed partial class Routes
{
    private readonly Dictionary<string, int> _targets = new(StringComparer.OrdinalIgnoreCase);
}

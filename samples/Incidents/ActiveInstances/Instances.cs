using System.Threading.Channels;

namespace Incidents.ActiveInstances;

/// <summary>What the daemon does with its running instances. Static classes implement no interface, hence delegates.</summary>
/// <param name="Start">Begins an instance; its events can be read from then on.</param>
/// <param name="Deliver">Hands an event to an instance; false when there is no such instance.</param>
/// <param name="Stop">Ends an instance and completes its events; false when somebody else has done so.</param>
internal sealed record Instances(
    Func<string, ChannelReader<string>> Start,
    Func<string, string, bool> Deliver,
    Func<string, bool> Stop);

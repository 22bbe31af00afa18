using System.Text.Json;
using SafeState;

namespace Incidents.FeatureParams;

/// <summary>The parameters as a holder: the serialiser gets a consistent snapshot.</summary>
[SharedState]
internal sealed partial class After : IFeatureParams
{
    // An object could be anything; these are numbers, texts and truth values, which never change.
    [State(Values = ValueSharing.ByReference)]
    private readonly Dictionary<string, object> _params = new() { ["surge"] = 1.2, ["region"] = "north", ["pooling"] = true };

    public void SetDriver(string order, long driver) => Params[order] = driver;

    public string ToJson() => JsonSerializer.Serialize(Params);
}

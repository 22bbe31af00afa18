using System.Text.Json;

namespace Incidents.FeatureParams;

/// <summary>The parameters as they were: serialising walks over the map while other requests write into it.</summary>
internal sealed class Before : IFeatureParams
{
    private readonly Dictionary<string, object> _params = new() { ["surge"] = 1.2, ["region"] = "north", ["pooling"] = true };

    public void SetDriver(string order, long driver) => _params[order] = driver;

    public string ToJson() => JsonSerializer.Serialize(_params);
}

namespace Incidents.FeatureParams;

/// <summary>The parameters of a feature, shared by every request.</summary>
internal interface IFeatureParams
{
    /// <summary>Notes which driver has taken an order.</summary>
    void SetDriver(string order, long driver);

    /// <summary>All parameters, as the clients get them.</summary>
    string ToJson();
}

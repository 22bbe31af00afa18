using Microsoft.AspNetCore.Http;
using SafeState;

namespace Incidents.ResponseHeaders;

/// <summary>The headers as a holder. A list that is set is copied, and what is enumerated is a snapshot.</summary>
[SharedState(Strategy = Strategy.Mutex)]
internal sealed partial class After : IResponseHeaders
{
    private readonly Dictionary<string, List<string>> _headers = new(StringComparer.OrdinalIgnoreCase);

    public void Set(string name, params ReadOnlySpan<string> values) => Headers.Set(name, [.. values]);

    public void WriteTo(IHeaderDictionary response)
    {
        foreach (var (name, values) in Headers)
        {
            response.Append(name, values.ToArray());
        }
    }
}

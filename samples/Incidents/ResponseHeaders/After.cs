using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using SafeState;

namespace Incidents.ResponseHeaders;

/// <summary>The headers as a holder. Its values are immutable: a header is replaced as a whole, never edited in place.</summary>
[SharedState(Strategy = Strategy.Mutex)]
internal sealed partial class After : IResponseHeaders
{
    private readonly Dictionary<string, ImmutableArray<string>> _headers = new(StringComparer.OrdinalIgnoreCase);

    public void Set(string name, params ReadOnlySpan<string> values) => Headers[name] = [.. values];

    public void WriteTo(IHeaderDictionary response)
    {
        foreach (var (name, values) in Headers)
        {
            response.Append(name, values.ToArray());
        }
    }
}

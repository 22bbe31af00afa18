using Microsoft.AspNetCore.Http;

namespace Incidents.ResponseHeaders;

/// <summary>The headers as they were: a map made for one thread, handed to several.</summary>
internal sealed class Before : IResponseHeaders
{
    private readonly Dictionary<string, List<string>> _headers = new(StringComparer.OrdinalIgnoreCase);

    public void Set(string name, params ReadOnlySpan<string> values) => _headers[name] = [.. values];

    public void WriteTo(IHeaderDictionary response)
    {
        foreach (var (name, values) in _headers)
        {
            response.Append(name, values.ToArray());
        }
    }
}

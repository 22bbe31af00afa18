using Microsoft.AspNetCore.Http;

namespace Incidents.ResponseHeaders;

/// <summary>The headers of one response, gathered before the response is sent.</summary>
internal interface IResponseHeaders
{
    /// <summary>Replaces all values of a header; names that differ in case only are one header.</summary>
    void Set(string name, params ReadOnlySpan<string> values);

    /// <summary>Writes the headers into the response that goes out.</summary>
    void WriteTo(IHeaderDictionary response);
}

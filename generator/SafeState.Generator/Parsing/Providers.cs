using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Parsing;

/// <summary>What the pipeline's providers lack.</summary>
internal static class Providers
{
    public static IncrementalValuesProvider<T> WhereNotNull<T>(this IncrementalValuesProvider<T?> source)
        where T : class => source.Where(static item => item is not null)!;
}

namespace SafeState.Tests.Models;

/// <summary>Collections as texts, which compare by content and read well in messages.</summary>
internal static class Texts
{
    public static string InOrder<T>(IEnumerable<T> items) => string.Join(" ", items.Select(item => item?.ToString() ?? "null"));

    public static string Sorted<T>(IEnumerable<T> items) => InOrder(items.OrderBy(item => item?.ToString(), StringComparer.Ordinal));
}

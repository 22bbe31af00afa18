using System.Diagnostics.CodeAnalysis;

namespace SafeState.Storage;

/// <summary>What lists and their snapshots share.</summary>
internal static class Spans
{
    public static int IndexOf<T>(ReadOnlySpan<T> items, T item)
    {
        var comparer = EqualityComparer<T>.Default;
        for (var index = 0; index < items.Length; index++)
        {
            if (comparer.Equals(items[index], item))
            {
                return index;
            }
        }

        return -1;
    }

    public static bool TryGet<T>(ReadOnlySpan<T> items, int index, [MaybeNullWhen(false)] out T item)
    {
        if ((uint)index < (uint)items.Length)
        {
            item = items[index];
            return true;
        }

        item = default;
        return false;
    }

    public static ArgumentOutOfRangeException OutOfRange(int index, string field) =>
        new(nameof(index), index, $"'{field}' has no element at this index now. Use TryGet, or one scope for finding the index and using it.");
}

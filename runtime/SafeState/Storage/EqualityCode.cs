using System.Runtime.CompilerServices;

namespace SafeState.Storage;

/// <summary>What is known of the way in which keys or values are compared.</summary>
internal static class EqualityCode
{
    /// <summary>Whether comparing with <paramref name="comparer"/> may run somebody's code, and not only the platform's.</summary>
    public static bool RunsCode<T>(IEqualityComparer<T> comparer) => !NeverThrows(comparer) && !ReferenceEquals(comparer, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether comparing with <paramref name="comparer"/> runs the platform's code only, and that never throws, not even for want of memory: the hash of a long string in any case may take some.</summary>
    public static bool NeverThrows<T>(IEqualityComparer<T> comparer) => typeof(T).IsValueType
        ? ReferenceEquals(comparer, EqualityComparer<T>.Default) && !RuntimeHelpers.IsReferenceOrContainsReferences<T>() && IsPlatformsOwn<T>()
        : IsOrdinal(comparer);

    /// <summary>Whether strings are compared by their characters.</summary>
    public static bool IsOrdinal<T>(IEqualityComparer<T>? comparer) =>
        typeof(T) == typeof(string)
        && (ReferenceEquals(comparer, EqualityComparer<string>.Default) || ReferenceEquals(comparer, StringComparer.Ordinal));

    // A struct that the platform compares by itself: a generic one of its own may have others inside, and one that is not made to be compared
    // may throw, as HashCode does.
    private static bool IsPlatformsOwn<T>() =>
        typeof(T).IsEnum || (typeof(T).Assembly == typeof(object).Assembly && !typeof(T).IsGenericType && typeof(T).IsAssignableTo(typeof(IEquatable<T>)));
}

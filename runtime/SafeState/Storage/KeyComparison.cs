namespace SafeState.Storage;

/// <summary>What is known of the way in which keys are compared.</summary>
internal static class KeyComparison
{
    /// <summary>Whether comparing keys with <paramref name="comparer"/> may run somebody's code, and not only the platform's.</summary>
    public static bool RunsCode<TKey>(IEqualityComparer<TKey> comparer) => !(typeof(TKey).IsValueType
        ? ReferenceEquals(comparer, EqualityComparer<TKey>.Default) && IsPlatformsOwn(typeof(TKey))
        : IsOrdinal(comparer) || ReferenceEquals(comparer, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether keys are strings that are compared by their characters.</summary>
    public static bool IsOrdinal<TKey>(IEqualityComparer<TKey>? comparer) =>
        typeof(TKey) == typeof(string)
        && (ReferenceEquals(comparer, EqualityComparer<string>.Default) || ReferenceEquals(comparer, StringComparer.Ordinal));

    // What the platform compares by itself: a generic struct of its own may have others inside.
    private static bool IsPlatformsOwn(Type type) => type.IsEnum || (type.Assembly == typeof(object).Assembly && !type.IsGenericType);
}

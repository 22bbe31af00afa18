namespace SafeState.Storage.Striped;

/// <summary>How keys are compared: a struct, so that the JIT compiles look-ups for each way of its own.</summary>
internal interface IKeyEquality<TKey>
{
    /// <summary>Whether a key may be compared before it is sure that it is whole: it is read in one piece, and comparing it runs nobody's code.</summary>
    bool IsPlain { get; }

    bool AreEqual(TKey left, TKey right);
}

/// <summary>The platform's own comparison of a struct, which the JIT inlines.</summary>
internal readonly struct DefaultEquality<TKey> : IKeyEquality<TKey>
{
    public bool IsPlain => typeof(TKey).IsPrimitive || typeof(TKey).IsEnum;

    public bool AreEqual(TKey left, TKey right) => EqualityComparer<TKey>.Default.Equals(left, right);
}

/// <summary>A comparer's comparison.</summary>
internal readonly struct ComparerEquality<TKey>(IEqualityComparer<TKey> comparer, bool isPlain) : IKeyEquality<TKey>
{
    public bool IsPlain => isPlain;

    public bool AreEqual(TKey left, TKey right) => comparer.Equals(left, right);
}

using System.Diagnostics.CodeAnalysis;

namespace SafeState.Facades.Factories;

/// <summary>A map for which factories make missing values.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TMade">What a factory makes.</typeparam>
/// <typeparam name="TValue">What callers are given for it.</typeparam>
internal interface IFactoryTarget<TKey, TMade, TValue>
{
    /// <summary>Looks the key up, as any reader does.</summary>
    bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value);

    /// <summary>Refuses to add when nothing can be added any more.</summary>
    void ThrowIfFrozen();

    /// <summary>
    /// Adds what was made, unless the key is there already, and makes it visible. Calls <paramref name="published"/> then, before
    /// the lock is released.
    /// </summary>
    /// <returns>The value that is there now.</returns>
    TValue Publish(TKey key, TMade made, Action published);
}

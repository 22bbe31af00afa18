using System.Collections;

namespace SafeState.Tests.Nested;

/// <summary>Nested collections of any kind as texts, which compare by content at every depth.</summary>
internal static class Plain
{
    public static string Describe(object? value) => value switch
    {
        null => "null",
        string text => text,
        IEnumerable items when IsInOrder(value.GetType()) => $"[{string.Join(" ", items.Cast<object?>().Select(Describe))}]",
        IEnumerable items => $"{{{string.Join(" ", items.Cast<object?>().Select(Describe).Order(StringComparer.Ordinal))}}}",
        _ when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) =>
            $"{type.GetProperty("Key")!.GetValue(value)}={Describe(type.GetProperty("Value")!.GetValue(value))}",
        System.Runtime.CompilerServices.ITuple tuple => string.Join(", ", Enumerable.Range(0, tuple.Length).Select(index => Describe(tuple[index]))),
        _ => value.ToString()!,
    };

    private static bool IsInOrder(Type type) => type.IsArray
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var definition
            && (definition == typeof(List<>) || definition == typeof(Queue<>) || definition == typeof(ListSnapshot<>) || definition == typeof(QueueSnapshot<>)));
}

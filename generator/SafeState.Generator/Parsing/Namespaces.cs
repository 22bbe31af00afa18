using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Parsing;

/// <summary>Compares namespaces without building their names: the rules ask this of every type they meet, at every keystroke.</summary>
internal static class Namespaces
{
    /// <summary>Whether the namespace is the one of this full name.</summary>
    public static bool Is(this INamespaceSymbol? symbol, string fullName) => symbol.Is(fullName, fullName.Length);

    /// <summary>Whether the namespace is the one whose full name the text begins with, up to <paramref name="end"/>.</summary>
    public static bool Is(this INamespaceSymbol? symbol, string text, int end)
    {
        for (; symbol is { IsGlobalNamespace: false } && end > 0; symbol = symbol.ContainingNamespace)
        {
            var start = end - symbol.Name.Length;
            if (start < 0
                || (start > 0 && text[start - 1] != '.')
                || string.CompareOrdinal(text, start, symbol.Name, 0, symbol.Name.Length) != 0)
            {
                return false;
            }

            end = start - 1;
        }

        return symbol is { IsGlobalNamespace: true } && end < 0;
    }
}

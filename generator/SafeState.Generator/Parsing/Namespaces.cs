using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Parsing;

/// <summary>Compares namespaces without building their names: the rules ask this of every type they meet, at every keystroke.</summary>
internal static class Namespaces
{
    /// <summary>Whether the namespace is the one of this full name.</summary>
    public static bool Is(this INamespaceSymbol? symbol, string fullName)
    {
        var end = fullName.Length;
        for (; symbol is { IsGlobalNamespace: false } && end > 0; symbol = symbol.ContainingNamespace)
        {
            var start = end - symbol.Name.Length;
            if (start < 0
                || (start > 0 && fullName[start - 1] != '.')
                || string.CompareOrdinal(fullName, start, symbol.Name, 0, symbol.Name.Length) != 0)
            {
                return false;
            }

            end = start - 1;
        }

        return symbol is { IsGlobalNamespace: true } && end < 0;
    }
}

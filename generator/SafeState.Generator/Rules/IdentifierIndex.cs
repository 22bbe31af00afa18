using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Rules;

/// <summary>
/// Where each name is used in a declaration. The rules run at every keystroke, and binding is what costs: a name is looked up
/// here, and only its uses are bound. Declarations in files that were not edited keep their index.
/// </summary>
internal static class IdentifierIndex
{
    private static readonly ConditionalWeakTable<SyntaxNode, Dictionary<string, List<int>>> Indices = new();

    /// <summary>The uses of <paramref name="name"/>, compared by value, so that <c>@_m</c> and <c>\u005fm</c> are <c>_m</c>; documentation comments are not uses.</summary>
    public static IEnumerable<IdentifierNameSyntax> Find(SyntaxNode declaration, string name)
    {
        if (!Indices.GetValue(declaration, Create).TryGetValue(name, out var positions))
        {
            yield break;
        }

        foreach (var position in positions)
        {
            if (declaration.FindToken(position).Parent is IdentifierNameSyntax identifier)
            {
                yield return identifier;
            }
        }
    }

    private static Dictionary<string, List<int>> Create(SyntaxNode declaration)
    {
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var token in declaration.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is IdentifierNameSyntax)
            {
                if (!index.TryGetValue(token.ValueText, out var positions))
                {
                    index.Add(token.ValueText, positions = []);
                }

                positions.Add(token.SpanStart);
            }
        }

        return index;
    }
}

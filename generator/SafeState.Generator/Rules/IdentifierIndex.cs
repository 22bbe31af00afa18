using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Rules;

/// <summary>
/// Where each name is used in a declaration. The rules run at every keystroke, and binding is what costs: a name is looked up
/// here, and only its uses are bound. Declarations in files that were not edited keep their index.
/// </summary>
internal sealed class IdentifierIndex
{
    private static readonly ConditionalWeakTable<SyntaxNode, IdentifierIndex> Indices = new();

    private readonly Dictionary<string, List<int>> _uses = new(StringComparer.Ordinal);

    private readonly HashSet<string> _others = new(StringComparer.Ordinal);

    private IdentifierIndex(SyntaxNode declaration)
    {
        foreach (var token in declaration.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken))
            {
                continue;
            }

            if (token.Parent is not IdentifierNameSyntax)
            {
                _others.Add(token.ValueText);
                continue;
            }

            if (!_uses.TryGetValue(token.ValueText, out var positions))
            {
                _uses.Add(token.ValueText, positions = []);
            }

            positions.Add(token.SpanStart);
        }
    }

    /// <summary>The uses of <paramref name="name"/>, compared by value, so that <c>@_m</c> and <c>\u005fm</c> are <c>_m</c>; documentation comments are not uses.</summary>
    public static IEnumerable<IdentifierNameSyntax> Find(SyntaxNode declaration, string name)
    {
        if (!Of(declaration)._uses.TryGetValue(name, out var positions))
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

    /// <summary>Whether anything in the declaration may be declared under <paramref name="name"/>: a parameter, a local, a function, a type.</summary>
    public static bool MayDeclare(SyntaxNode declaration, string name) => Of(declaration)._others.Contains(name);

    private static IdentifierIndex Of(SyntaxNode declaration) => Indices.GetValue(declaration, node => new IdentifierIndex(node));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Rules;

/// <summary>
/// Where a name is used in a piece of code. The rules run at every keystroke, and binding is what costs: a name is looked for in the
/// text, and only its uses become nodes and are bound.
/// </summary>
internal static class IdentifierIndex
{
    /// <summary>The uses of <paramref name="name"/>, compared by value, so that <c>@_m</c> and <c>\u005fm</c> are <c>_m</c>; documentation comments are not uses.</summary>
    public static IReadOnlyList<IdentifierNameSyntax> Find(SyntaxNode code, string name) => Find(code, name, withoutReceiver: false);

    /// <summary>The same without most of those that are members of something other than <c>this</c>.</summary>
    public static IReadOnlyList<IdentifierNameSyntax> FindOwn(SyntaxNode code, string name) => Find(code, name, withoutReceiver: true);

    /// <summary>Whether anything in the code may be declared under <paramref name="name"/>: a parameter, a local, a function, a type. No dot stands before its name.</summary>
    public static bool MayDeclare(SyntaxNode code, string name) =>
        Tokens(code, name, withoutReceiver: true).Any(token => token.Parent is not IdentifierNameSyntax);

    /// <summary>Whether a word, which may be a keyword, may stand in the code.</summary>
    public static bool MayContain(SyntaxNode code, string word)
    {
        var text = FileText.Of(code.SyntaxTree);
        return !text.IsPlain || text.Content.IndexOf(word, code.SpanStart, code.Span.Length, StringComparison.Ordinal) >= 0;
    }

    private static IReadOnlyList<IdentifierNameSyntax> Find(SyntaxNode code, string name, bool withoutReceiver)
    {
        List<IdentifierNameSyntax>? uses = null;
        foreach (var token in Tokens(code, name, withoutReceiver))
        {
            if (token.Parent is IdentifierNameSyntax use)
            {
                (uses ??= []).Add(use);
            }
        }

        return uses ?? (IReadOnlyList<IdentifierNameSyntax>)[];
    }

    private static IEnumerable<SyntaxToken> Tokens(SyntaxNode code, string name, bool withoutReceiver)
    {
        var text = FileText.Of(code.SyntaxTree);
        if (!text.IsPlain)
        {
            return code.DescendantTokens().Where(token => IsNamed(token, name));
        }

        // Most names that are asked for are nowhere.
        var first = text.NextWord(name, code.SpanStart, code.Span.End);
        return first < 0 ? [] : TokensInText(code, name, text, first, withoutReceiver);
    }

    private static IEnumerable<SyntaxToken> TokensInText(SyntaxNode code, string name, FileText text, int first, bool withoutReceiver)
    {
        for (var position = first; position >= 0; position = text.NextWord(name, position + name.Length, code.Span.End))
        {
            // It may be text that is no code: a comment, a string, a branch that is not compiled.
            if (!(withoutReceiver && text.HasReceiver(position)) && code.FindToken(position) is var token && token.Span.Contains(position) && IsNamed(token, name))
            {
                yield return token;
            }
        }
    }

    private static bool IsNamed(SyntaxToken token, string name) => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name;
}

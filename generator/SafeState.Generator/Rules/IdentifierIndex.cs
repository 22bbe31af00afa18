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
    public static IEnumerable<IdentifierNameSyntax> Find(SyntaxNode code, string name) =>
        Tokens(code, name).Select(token => token.Parent).OfType<IdentifierNameSyntax>();

    /// <summary>The same without most of those that are members of something other than <c>this</c>.</summary>
    public static IEnumerable<IdentifierNameSyntax> FindOwn(SyntaxNode code, string name) =>
        Tokens(code, name, withoutReceiver: true).Select(token => token.Parent).OfType<IdentifierNameSyntax>();

    /// <summary>Whether anything in the code may be declared under <paramref name="name"/>: a parameter, a local, a function, a type.</summary>
    public static bool MayDeclare(SyntaxNode code, string name) =>
        Tokens(code, name).Any(token => token.Parent is not IdentifierNameSyntax);

    /// <summary>Whether a word, which may be a keyword, may stand in the code.</summary>
    public static bool MayContain(SyntaxNode code, string word)
    {
        var text = FileText.Of(code.SyntaxTree);
        return !text.IsPlain || text.Content.IndexOf(word, code.SpanStart, code.Span.Length, StringComparison.Ordinal) >= 0;
    }

    private static IEnumerable<SyntaxToken> Tokens(SyntaxNode code, string name, bool withoutReceiver = false)
    {
        var text = FileText.Of(code.SyntaxTree);
        return text.IsPlain ? TokensInText(code, name, text, withoutReceiver) : code.DescendantTokens().Where(token => IsNamed(token, name));
    }

    private static IEnumerable<SyntaxToken> TokensInText(SyntaxNode code, string name, FileText text, bool withoutReceiver)
    {
        foreach (var position in text.FindWord(name, code.Span))
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

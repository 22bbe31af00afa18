using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.CodeFixes.Access;

/// <summary>Names for locals that mean nothing else in the member they are written into.</summary>
internal static class LocalNames
{
    /// <summary>The name, or the name with a number that makes it a new one.</summary>
    /// <param name="place">Where the local is declared.</param>
    /// <param name="name">What it should be called.</param>
    /// <param name="rank">How many others of the member have asked for the name before.</param>
    public static string Unused(SyntaxNode place, string name, int rank = 0)
    {
        var taken = new HashSet<string>(Identifiers(Member(place)).Select(token => token.ValueText));
        return Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? name : $"{name}{number}")
            .Where(candidate => !taken.Contains(candidate))
            .ElementAt(rank);
    }

    /// <summary>How often a member uses a name before this place.</summary>
    public static int CountBefore(SyntaxNode place, string name) =>
        Identifiers(Member(place)).Count(token => token.ValueText == name && token.SpanStart < place.SpanStart);

    private static MemberDeclarationSyntax Member(SyntaxNode place) => place.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;

    private static IEnumerable<SyntaxToken> Identifiers(MemberDeclarationSyntax member) =>
        member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Parsing;

/// <summary>
/// The nodes of a file that could misuse a holder. Every file of the program is asked, so this looks for words in its text and makes nodes of
/// what it finds; a walk over all nodes would have to make them all.
/// </summary>
internal static class StrayCandidates
{
    /// <summary>Parts of the names of all other candidates (see <see cref="ReachRules.IsCandidate"/>); the reserved prefix counts in any case, which its beginning has none of.</summary>
    private static readonly string[] Parts =
    [
        GeneratedNames.EnterRead, GeneratedNames.EnterWrite, GeneratedNames.ReadScope, GeneratedNames.WriteScope,
        LockedEnumeration.Name, nameof(MemberwiseClone), HolderSymbols.ReservedPrefix.Substring(0, 2), "State",
    ];

    /// <summary>The keywords of candidates that have no name of their own: parameters without a type, and what an attribute stands before.</summary>
    private static readonly string[] Keywords = ["in", "extern", "partial"];

    public static IReadOnlyList<SyntaxNode> In(SyntaxTree file, CancellationToken cancellationToken)
    {
        var text = FileText.Of(file);
        if (!text.IsPlain)
        {
            return [.. file.GetRoot(cancellationToken).DescendantNodes().Where(ReachRules.IsCandidate)];
        }

        var positions = Parts.SelectMany(text.Find).Concat(Keywords.SelectMany(text.FindWord)).ToArray();
        return positions.Length == 0
            ? []
            : [.. positions.SelectMany(position => At(position, file.GetRoot(cancellationToken))).Where(ReachRules.IsCandidate).Distinct().OrderBy(node => node.SpanStart)];
    }

    private static IEnumerable<SyntaxNode> At(int position, SyntaxNode root)
    {
        var token = root.FindToken(position);
        if (!token.Span.Contains(position) || token.Parent is not { } node)
        {
            return [];
        }

        return token.Kind() switch
        {
            SyntaxKind.IdentifierToken => node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && attribute.Name.Span.Contains(position) ? [node, attribute] : [node],
            SyntaxKind.ExternKeyword or SyntaxKind.PartialKeyword => Attributes(node),
            _ => [node],
        };
    }

    /// <summary>The attributes of a member and of its accessors.</summary>
    private static IEnumerable<AttributeSyntax> Attributes(SyntaxNode member)
    {
        var lists = member switch
        {
            MemberDeclarationSyntax and TypeDeclarationSyntax => [],
            BasePropertyDeclarationSyntax { AccessorList: { } accessors } property => property.AttributeLists.Concat(accessors.Accessors.SelectMany(accessor => accessor.AttributeLists)),
            MemberDeclarationSyntax declaration => declaration.AttributeLists,
            LocalFunctionStatementSyntax function => function.AttributeLists,
            _ => Enumerable.Empty<AttributeListSyntax>(),
        };
        return lists.SelectMany(list => list.Attributes);
    }
}

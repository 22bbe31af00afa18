using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SafeState.Generator.Model;

/// <summary>A place in a file as path and spans, free of the syntax tree.</summary>
/// <remarks>
/// Two reasons: a tree in a model would defeat caching and keep old compilations alive; and the compiler applies
/// <c>#pragma warning disable</c> and <c>#line</c> only to locations that know their tree, so a rule that must not be
/// silenced has to be reported without one.
/// </remarks>
internal sealed record LocationInfo(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationInfo? From(SyntaxNode node) => From(node.GetLocation());

    public static LocationInfo? From(SyntaxToken token) => From(token.GetLocation());

    public static LocationInfo? From(Location? location) => location?.SourceTree is { } tree
        ? new LocationInfo(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span)
        : null;

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}

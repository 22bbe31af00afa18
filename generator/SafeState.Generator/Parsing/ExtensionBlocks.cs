using Microsoft.CodeAnalysis;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Parsing;

/// <summary>Tells where extension blocks may be, <c>extension(…) { … }</c>, by the text alone, for which a comment about extensions may look like one.</summary>
internal static class ExtensionBlocks
{
    private const string Keyword = "extension";

    public static bool MayBeIn(SyntaxTree file)
    {
        var text = FileText.Of(file).Content;
        for (var position = 0; (position = text.IndexOf(Keyword, position, StringComparison.Ordinal)) >= 0;)
        {
            position += Keyword.Length;
            while (position < text.Length && char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            if (position < text.Length && text[position] is '(' or '<' or '/')
            {
                return true;
            }
        }

        return false;
    }
}

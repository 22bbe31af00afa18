using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SafeState.Generator.Rules;

/// <summary>The text of a file, in which names can be looked for before anything is made of it.</summary>
internal sealed class FileText
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileText> Texts = new();

    private readonly SyntaxTree _file;

    /// <summary>Mostly the file's own string; where that has none, as in an editor, it shall not be kept for good.</summary>
    private readonly WeakReference<string> _content;

    private Tuple<SyntaxNode, string?>? _remembered;

    private FileText(SyntaxTree file)
    {
        var content = file.GetText().ToString();
        _file = file;
        _content = new WeakReference<string>(content);
        IsPlain = IsWrittenPlainly(content);
    }

    public string Content
    {
        get
        {
            if (!_content.TryGetTarget(out var content))
            {
                _content.SetTarget(content = _file.GetText().ToString());
            }

            return content;
        }
    }

    /// <summary>Whether every name stands there letter by letter: <c>\u0061</c> is an <c>a</c>, and characters that only format are not part of a name.</summary>
    public bool IsPlain { get; }

    public static FileText Of(SyntaxTree file) => Texts.GetValue(file, tree => new FileText(tree));

    /// <summary>What is asked of a node again and again, and of no other for a while.</summary>
    public string? Remember(SyntaxNode node, Func<SyntaxNode, string?> ask)
    {
        var remembered = _remembered;
        if (remembered?.Item1 != node)
        {
            _remembered = remembered = Tuple.Create(node, ask(node));
        }

        return remembered.Item2;
    }

    /// <summary>The positions of a part of a name.</summary>
    public IEnumerable<int> Find(string part)
    {
        var content = Content;
        for (var position = 0; (position = content.IndexOf(part, position, StringComparison.Ordinal)) >= 0; position += part.Length)
        {
            yield return position;
        }
    }

    /// <summary>The positions of a whole word, which may stand in a comment or a string as well.</summary>
    public IEnumerable<int> FindWord(string word)
    {
        for (var position = 0; (position = NextWord(word, position, _file.Length)) >= 0; position += word.Length)
        {
            yield return position;
        }
    }

    /// <summary>The next position of a whole word, or -1.</summary>
    public int NextWord(string word, int start, int end)
    {
        var content = Content;
        for (var position = start; (position = content.IndexOf(word, position, end - position, StringComparison.Ordinal)) >= 0; position += word.Length)
        {
            if (!IsPartOfName(content, position - 1) && !IsPartOfName(content, position + word.Length))
            {
                return position;
            }
        }

        return -1;
    }

    /// <summary>Whether what stands at a position is surely a member of something other than <c>this</c>: the dot before it follows another word or a bracket.</summary>
    public bool HasReceiver(int position)
    {
        var content = Content;
        return position > 1
            && content[position - 1] == '.'
            && (content[position - 2] is ')' or ']' or '?' or '!' || (IsPartOfName(content, position - 2) && string.CompareOrdinal(content, Math.Max(0, position - 5), "this", 0, 4) != 0));
    }

    private static bool IsPartOfName(string content, int position) =>
        position >= 0 && position < content.Length && SyntaxFacts.IsIdentifierPartCharacter(content[position]);

    private static bool IsWrittenPlainly(string text)
    {
        for (var position = 0; position < text.Length; position++)
        {
            var character = text[position];
            if (character > '\u007f' ? char.GetUnicodeCategory(character) == UnicodeCategory.Format : character == '\\' && IsEscape(text, position + 1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsEscape(string text, int position) => position < text.Length && text[position] is 'u' or 'U';
}

using System.Text;

namespace SafeState.Generator.Emission;

/// <summary>Collects generated text: indents it, separates members with an empty line, ends lines with <c>\n</c> on every system.</summary>
internal sealed class CodeWriter
{
    private const int IndentSize = 4;

    /// <summary>The longest text that a thread keeps the room of for its next file.</summary>
    private const int MostKept = 64 * 1024;

    [ThreadStatic]
    private static StringBuilder? _kept;

    private readonly StringBuilder _text = TakeRoom();
    private int _depth;
    private bool _isAtStartOfBlock = true;

    /// <summary>Writes one or more lines at the current depth, directly below the last one.</summary>
    public void Write(string lines)
    {
        for (var start = 0; start <= lines.Length;)
        {
            var end = lines.IndexOf('\n', start);
            end = end < 0 ? lines.Length : end;
            var length = LengthWithoutBlanks(lines, start, end);
            if (length > 0)
            {
                _text.Append(' ', _depth * IndentSize).Append(lines, start, length);
            }

            _text.Append('\n');
            start = end + 1;
        }

        _isAtStartOfBlock = false;
    }

    /// <summary>Writes a member: an empty line before it, unless it is the first in its block.</summary>
    public void Member(string lines)
    {
        Separate();
        Write(lines);
    }

    /// <summary>Writes a declaration as a member and opens its block, which ends with the result's disposal.</summary>
    public Block Open(string declaration)
    {
        Separate();
        return OpenBelow(declaration);
    }

    /// <summary>The same directly below documentation and attributes that are written already.</summary>
    public Block OpenBelow(string declaration)
    {
        Write(declaration);
        return OpenBelowSignature();
    }

    /// <summary>Opens the block of a signature that is written already.</summary>
    public Block OpenBelowSignature()
    {
        Write("{");
        _depth++;
        _isAtStartOfBlock = true;
        return new Block(this);
    }

    /// <summary>The text, after which nothing more can be written.</summary>
    public string Finish()
    {
        var text = _text.ToString();
        _kept = _text.Capacity <= MostKept ? _text : null;
        return text;
    }

    private static StringBuilder TakeRoom()
    {
        var room = _kept ?? new StringBuilder(MostKept / 2);
        _kept = null;
        return room.Clear();
    }

    private static int LengthWithoutBlanks(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end - start;
    }

    private void Separate()
    {
        if (!_isAtStartOfBlock)
        {
            _text.Append('\n');
        }
    }

    private void Close()
    {
        _depth--;
        Write("}");
    }

    /// <summary>An open block.</summary>
    public readonly struct Block(CodeWriter writer) : IDisposable
    {
        public void Dispose() => writer.Close();
    }
}

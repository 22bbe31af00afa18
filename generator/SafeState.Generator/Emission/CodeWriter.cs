using System.Runtime.CompilerServices;

namespace SafeState.Generator.Emission;

/// <summary>
/// Collects generated text: indents it, separates members with an empty line, ends lines with <c>\n</c> on every system.
/// Interpolated strings go into it piece by piece and never become strings of their own.
/// </summary>
internal sealed class CodeWriter
{
    private const int IndentSize = 4;

    /// <summary>The longest text that a thread keeps the room of for its next file.</summary>
    private const int MostKept = 64 * 1024;

    [ThreadStatic]
    private static char[]? _kept;

    private char[] _text = TakeRoom();
    private int _length;
    private int _depth;
    private int _startOfLine;
    private bool _isAtStartOfBlock = true;

    /// <summary>Writes one or more lines at the current depth, directly below the last one.</summary>
    public void Write(string lines)
    {
        Append(lines);
        EndLine();
    }

    /// <inheritdoc cref="Write(string)"/>
    public void Write([InterpolatedStringHandlerArgument("")] Lines lines)
    {
        _ = lines;
        EndLine();
    }

    /// <summary>Writes a member: an empty line before it, unless it is the first in its block.</summary>
    public void Member(string lines)
    {
        Separate();
        Write(lines);
    }

    /// <inheritdoc cref="Member(string)"/>
    public void Member([InterpolatedStringHandlerArgument("")] MemberLines lines)
    {
        _ = lines;
        EndLine();
    }

    /// <summary>Writes a declaration as a member and opens its block, which ends with the result's disposal.</summary>
    public Block Open([InterpolatedStringHandlerArgument("")] MemberLines declaration)
    {
        Member(declaration);
        return OpenBelowSignature();
    }

    /// <inheritdoc cref="Open(MemberLines)"/>
    public Block Open(string declaration)
    {
        Member(declaration);
        return OpenBelowSignature();
    }

    /// <summary>The same directly below documentation and attributes that are written already.</summary>
    public Block OpenBelow([InterpolatedStringHandlerArgument("")] Lines declaration)
    {
        Write(declaration);
        return OpenBelowSignature();
    }

    /// <inheritdoc cref="OpenBelow(Lines)"/>
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
        _kept = _text.Length <= MostKept ? _text : null;
        return new string(_text, 0, _length);
    }

    private static char[] TakeRoom()
    {
        var room = _kept ?? new char[MostKept / 4];
        _kept = null;
        return room;
    }

    private void Append(string? lines)
    {
        if (lines is null)
        {
            return;
        }

        int end;
        for (var start = 0; start < lines.Length; start = end + 1)
        {
            end = lines.IndexOf('\n', start);
            if (end < 0)
            {
                AppendInLine(lines, start, lines.Length - start);
                return;
            }

            AppendInLine(lines, start, end - start);
            EndLine();
        }
    }

    private void AppendInLine(string text, int start, int length)
    {
        if (length > 0)
        {
            var indent = _length == _startOfLine ? _depth * IndentSize : 0;
            Reserve(indent + length);
            for (var end = _length + indent; _length < end; _length++)
            {
                _text[_length] = ' ';
            }

            text.CopyTo(start, _text, _length, length);
            _length += length;
        }
    }

    private void EndLine()
    {
        while (_length > _startOfLine && char.IsWhiteSpace(_text[_length - 1]))
        {
            _length--;
        }

        Reserve(1);
        _text[_length++] = '\n';
        _startOfLine = _length;
        _isAtStartOfBlock = false;
    }

    private void Reserve(int length)
    {
        if (_text.Length - _length < length)
        {
            Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + length));
        }
    }

    private void Separate()
    {
        if (!_isAtStartOfBlock)
        {
            EndLine();
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

    /// <summary>What the compiler makes of an interpolated string that is written below the last line.</summary>
    [InterpolatedStringHandler]
    public readonly struct Lines
    {
        private readonly CodeWriter _writer;

        public Lines(int literalLength, int formattedCount, CodeWriter writer)
        {
            _ = (literalLength, formattedCount);
            _writer = writer;
        }

        public void AppendLiteral(string text) => _writer.Append(text);

        public void AppendFormatted(string? text) => _writer.Append(text);
    }

    /// <summary>What the compiler makes of an interpolated string that is written as a member.</summary>
    [InterpolatedStringHandler]
    public readonly struct MemberLines
    {
        private readonly CodeWriter _writer;

        public MemberLines(int literalLength, int formattedCount, CodeWriter writer)
        {
            _ = (literalLength, formattedCount);
            _writer = writer;
            writer.Separate();
        }

        public void AppendLiteral(string text) => _writer.Append(text);

        public void AppendFormatted(string? text) => _writer.Append(text);
    }
}

using System.Text;

namespace SafeState.Generator.Emission;

/// <summary>Collects generated text: indents it, separates members with an empty line, ends lines with <c>\n</c> on every system.</summary>
internal sealed class CodeWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isAtStartOfBlock = true;

    /// <summary>Writes one or more lines at the current depth, directly below the last one.</summary>
    public void Write(string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            var content = line.TrimEnd();
            if (content.Length > 0)
            {
                _text.Append(' ', _depth * IndentSize).Append(content);
            }

            _text.Append('\n');
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

    public override string ToString() => _text.ToString();

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

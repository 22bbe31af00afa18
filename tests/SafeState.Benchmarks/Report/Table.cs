using System.Text;

namespace SafeState.Benchmarks.Report;

/// <summary>A table in Markdown: names to the left, numbers to the right.</summary>
internal sealed class Table
{
    private readonly StringBuilder _text = new();

    public Table(int names, params IEnumerable<string> headings)
    {
        string[] all = [.. headings];
        Add(all);
        Add(all.Select((_, column) => column < names ? "---" : "--:"));
    }

    public void Add(params IEnumerable<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    public override string ToString() => _text.ToString();
}

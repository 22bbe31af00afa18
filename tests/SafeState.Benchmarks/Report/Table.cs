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

    /// <summary>One line of a table.</summary>
    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    public void Add(params IEnumerable<string> cells) => _text.Append(Row(cells)).Append('\n');

    public override string ToString() => _text.ToString();
}

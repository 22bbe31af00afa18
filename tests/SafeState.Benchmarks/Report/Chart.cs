using System.Net;
using System.Text;

namespace SafeState.Benchmarks.Report;

/// <summary>Draws panels of bars as SVG, readable on light and on dark ground.</summary>
internal static class Chart
{
    private const int Columns = 3;
    private const int PanelWidth = 340;
    private const int LabelWidth = 142;
    private const int ValueWidth = 42;
    private const int BarHeight = 11;
    private const int Step = 15;
    private const int TitleHeight = 24;
    private const int Gap = 14;

    private const string Style = """
        text{font:11px system-ui,sans-serif;fill:#24292f}.title{font-weight:600}.strategy{fill:#0969da}.peer{fill:#8c959f}
        @media(prefers-color-scheme:dark){text{fill:#e6edf3}.strategy{fill:#4493f8}.peer{fill:#6e7681}}
        """;

    public static string Draw(string title, IReadOnlyList<Panel> panels)
    {
        Panel[][] rows = [.. panels.Chunk(Columns)];
        var height = rows.Sum(Height);
        var text = new StringBuilder();
        text.Append($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Columns * PanelWidth}" height="{height}" viewBox="0 0 {Columns * PanelWidth} {height}" role="img">
            <title>{WebUtility.HtmlEncode(title)}</title>
            <style>{Style}</style>

            """);
        var top = 0;
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                DrawPanel(text, row[column], column * PanelWidth, top);
            }

            top += Height(row);
        }

        return text.Append("</svg>\n").ToString();
    }

    private static int Height(Panel[] row) => TitleHeight + Step * row.Max(panel => panel.Bars.Count) + Gap;

    private static void DrawPanel(StringBuilder text, Panel panel, int left, int top)
    {
        var longest = Longest(panel);
        text.Append($"""<text class="title" x="{left + 4}" y="{top + 16}">{WebUtility.HtmlEncode(panel.Title)}</text>""").Append('\n');
        for (var position = 0; position < panel.Bars.Count; position++)
        {
            var bar = panel.Bars[position];
            var y = top + TitleHeight + position * Step;
            var width = Math.Clamp(bar.Value / longest, 0.005, 1) * (PanelWidth - LabelWidth - ValueWidth);
            text.Append($"""
                <text x="{left + LabelWidth - 5}" y="{y + 9}" text-anchor="end">{WebUtility.HtmlEncode(bar.Name)}</text><rect class="{(bar.IsStrategy ? "strategy" : "peer")}" x="{left + LabelWidth}" y="{y}" width="{width:F1}" height="{BarHeight}" rx="1"/><text x="{left + LabelWidth + width + 4:F1}" y="{y + 9}">{Numbers.Short(bar.Value)}</text>

                """);
        }
    }

    // One bar far longer than many others would leave nothing to see of these: it is cut short.
    private static double Longest(Panel panel)
    {
        double[] values = [.. panel.Bars.Select(bar => bar.Value).OrderDescending()];
        return values.Length > 2 ? Math.Min(values[0], 2 * values[1]) : values[0];
    }
}

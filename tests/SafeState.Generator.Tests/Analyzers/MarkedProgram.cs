using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace SafeState.Generator.Tests.Analyzers;

/// <summary>
/// A program in whose text the expected diagnostics stand around what they underline: <c>{|SAFE103:code|}</c>, or with the
/// remedy that they name, <c>{|SAFE103/TryAdd:code|}</c>.
/// </summary>
internal sealed partial class MarkedProgram
{
    private MarkedProgram(string text, IReadOnlyList<Advice> expected)
    {
        Text = text;
        Expected = expected;
    }

    public string Text { get; }

    public IReadOnlyList<Advice> Expected { get; }

    public static MarkedProgram Parse(string marked)
    {
        var expected = new List<Advice>();
        var open = new Stack<(string Id, int Start)>();
        var text = new System.Text.StringBuilder();
        var position = 0;
        foreach (Match marker in Marker().Matches(marked))
        {
            text.Append(marked, position, marker.Index - position);
            position = marker.Index + marker.Length;
            if (marker.Groups["id"] is { Success: true } id)
            {
                open.Push((id.Value, text.Length));
            }
            else
            {
                var (opened, start) = open.Pop();
                expected.Add(new Advice(opened, TextSpan.FromBounds(start, text.Length)));
            }
        }

        Assert.Empty(open);
        return new MarkedProgram(text.Append(marked, position, marked.Length - position).ToString(), expected);
    }

    [GeneratedRegex(@"\{\|(?<id>SAFE\d+(/\w+)?):|\|\}")]
    private static partial Regex Marker();
}

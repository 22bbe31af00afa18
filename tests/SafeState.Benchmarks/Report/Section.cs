namespace SafeState.Benchmarks.Report;

/// <summary>A part of the page.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="Verdicts">The bars that its measurements decide.</param>
/// <param name="Charts">Drawings that the text refers to, by file name.</param>
internal sealed record Section(string Text, IReadOnlyList<Verdict> Verdicts, IReadOnlyDictionary<string, string> Charts)
{
    public Section(string text, IReadOnlyList<Verdict> verdicts)
        : this(text, verdicts, new Dictionary<string, string>())
    {
    }
}

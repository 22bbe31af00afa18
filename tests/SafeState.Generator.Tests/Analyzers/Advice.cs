using Microsoft.CodeAnalysis.Text;

namespace SafeState.Generator.Tests.Analyzers;

/// <summary>What an analyzer says: its id, with the remedy where it names one, and what it underlines.</summary>
internal sealed record Advice(string Id, TextSpan Span) : IComparable<Advice>
{
    public int CompareTo(Advice? other) => (Span.Start, Span.End, Id).CompareTo((other!.Span.Start, other.Span.End, other.Id));

    public string Show(string text) => $"{Id} at line {text.AsSpan(0, Span.Start).Count('\n') + 1}: {text.Substring(Span.Start, Span.Length)}";
}

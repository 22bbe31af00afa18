using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Analyzers.Programs;

/// <summary>A variable gets a value.</summary>
/// <param name="Value">What the value is made of: an expression, or the call that assigns an <c>out</c> argument; null where nothing is known.</param>
/// <param name="Place">The operation that assigns.</param>
/// <param name="Declares">Whether the variable is declared there.</param>
internal sealed record Assignment(IOperation? Value, IOperation Place, bool Declares)
{
    /// <summary>An assignment takes place after its value was computed.</summary>
    public int Position { get; } = Place.Syntax.Span.End;
}

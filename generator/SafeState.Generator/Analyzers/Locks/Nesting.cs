using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Analyzers.Locks;

/// <summary>A holder is locked while another one is.</summary>
/// <param name="Outer">The holder that is locked already.</param>
/// <param name="Inner">The holder that is locked then.</param>
/// <param name="Place">Where: the operation that takes the inner lock, or the call that leads to it.</param>
internal sealed record Nesting(INamedTypeSymbol Outer, INamedTypeSymbol Inner, Location Place)
{
    /// <summary>The place as a message names it: <c>Hub.cs, line 12</c>.</summary>
    public string PlaceName
    {
        get
        {
            var lines = Place.GetLineSpan();
            return $"{Path.GetFileName(lines.Path)}, line {lines.StartLinePosition.Line + 1}";
        }
    }
}

using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>How findings name symbols and where they point.</summary>
internal static class Describe
{
    /// <summary>The name as a user would say it: without namespaces, with containing types and type arguments.</summary>
    public static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>The identifier in the symbol's declaration.</summary>
    public static LocationInfo? Place(ISymbol symbol) => LocationInfo.From(symbol.Locations.FirstOrDefault(location => location.IsInSource));

    /// <summary>The holder's identifier in the part that carries the attribute.</summary>
    public static LocationInfo? PlaceOfHolder(INamedTypeSymbol holder)
    {
        var attribute = HolderSymbols.FindAttribute(holder, HolderSymbols.SharedStateAttribute)?.ApplicationSyntaxReference;
        var place = holder.Locations.FirstOrDefault(location => attribute is not null
            && location.SourceTree == attribute.SyntaxTree
            && location.SourceSpan.Start > attribute.Span.End);
        return place is null ? Place(holder) : LocationInfo.From(place);
    }
}

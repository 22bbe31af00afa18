using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;

namespace SafeState.Generator.Parsing;

/// <summary>What <c>[SharedState]</c> says about a holder. Values that mean nothing (SAFE010) count as not said.</summary>
internal readonly record struct HolderOptions(Strategy Strategy, Visibility ScopeVisibility)
{
    public static HolderOptions Of(INamedTypeSymbol holder)
    {
        var attribute = HolderSymbols.FindAttribute(holder, HolderSymbols.SharedStateAttribute);
        return new HolderOptions(
            attribute.EnumArgument("Strategy", Strategy.ReaderWriterLock),
            attribute.EnumArgument("ScopeAccess", Visibility.Private));
    }
}

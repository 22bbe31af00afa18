using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SafeState.Generator.Model;

namespace SafeState.Generator.Parsing;

/// <summary>What <c>[State]</c> says about a field, or the defaults. Values that mean nothing (SAFE010) count as not said.</summary>
internal readonly record struct StateOptions(string? Name, Access Access, bool IsByReference)
{
    /// <summary>The value of the runtime's <c>ValueSharing.ByReference</c>.</summary>
    private const int ByReference = 1;

    public static StateOptions Of(IFieldSymbol field)
    {
        var attribute = HolderSymbols.FindAttribute(field, HolderSymbols.StateAttribute);
        var name = attribute.Argument("Name")?.Value as string;
        return new StateOptions(
            SyntaxFacts.IsValidIdentifier(name) ? name : null,
            attribute.EnumArgument("Access", Access.ReadWrite),
            IsByReference: attribute.Argument("Values")?.Value is ByReference);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SafeState.Generator.Analyzers.Programs;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Analyzers.TwoInstants;

/// <summary>Finds holders that are given to a serialiser, which asks one public property after the other.</summary>
internal static class SerialisedHolders
{
    private const string Platform = "JsonSerializer";
    private const string Newtonsoft = "JsonConvert";

    /// <summary>The names of the classes that serialise. A body that says none of them, and no name of a holder, is not looked at.</summary>
    public static readonly IReadOnlyList<string> Serialisers = [Platform, Newtonsoft];

    /// <summary>The holders, each with the call that serialises it.</summary>
    public static IEnumerable<(SyntaxNode Holder, SyntaxNode By)> Find(Body body) =>
        from call in body.Root.Descendants().OfType<IInvocationOperation>()
        where Serialises(call.TargetMethod)
        from argument in call.Arguments
        let value = Unconverted(argument.Value)
        where value.Type is INamedTypeSymbol type && HolderSymbols.IsHolder(type.OriginalDefinition)
        select (value.Syntax, call.Syntax);

    private static bool Serialises(IMethodSymbol method) => method.ContainingType switch
    {
        { Name: Platform } type => method.Name.StartsWith("Serialize", StringComparison.Ordinal) && type.ContainingNamespace.Is("System.Text.Json"),
        { Name: Newtonsoft } type => method.Name.StartsWith("SerializeObject", StringComparison.Ordinal) && type.ContainingNamespace.Is("Newtonsoft.Json"),
        _ => false,
    };

    private static IOperation Unconverted(IOperation value)
    {
        while (value is IConversionOperation { Operand: var operand })
        {
            value = operand;
        }

        return value;
    }
}

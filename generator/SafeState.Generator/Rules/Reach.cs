using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>What an expression, a type or a name leads to.</summary>
internal enum Reached
{
    /// <summary>Certainly no holder: the rules leave it alone.</summary>
    Other,

    /// <summary>Not known: an error, <c>dynamic</c>, or what a generator is about to declare. The rules apply.</summary>
    Unknown,

    /// <summary>A holder, or a class derived from one.</summary>
    Holder,
}

/// <summary>Finds out whether code reaches a holder, whose generated members do not exist yet when the generator looks.</summary>
internal static class Reach
{
    public static Reached Of(ITypeSymbol? type) => type switch
    {
        null or IErrorTypeSymbol or IDynamicTypeSymbol => Reached.Unknown,
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Select(Of).DefaultIfEmpty(Reached.Other).Max(),
        INamedTypeSymbol named when HolderSymbols.IsHolder(named) => Reached.Holder,
        INamedTypeSymbol { BaseType: { } baseType } => Of(baseType),
        _ => Reached.Other,
    };

    /// <summary>What an expression's value is, or what the type or namespace it names is.</summary>
    public static Reached Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (expression.Core() is SimpleNameSyntax name
            && model.GetSymbolInfo(name, cancellationToken).Meant().FirstOrDefault() is { } meaning
            && Takeover.Awaits(name, meaning, model, cancellationToken))
        {
            return Reached.Unknown;
        }

        var type = model.GetTypeInfo(expression, cancellationToken).Type;
        return type is null or IErrorTypeSymbol && model.GetSymbolInfo(expression, cancellationToken).Symbol is { } symbol
            ? symbol switch
            {
                ITypeSymbol named => Of(named),
                INamespaceSymbol => Reached.Other,
                _ => Reached.Unknown,
            }
            : Of(type);
    }

    /// <summary>
    /// Whose member a name is: of the type that declares it when it is declared already, otherwise of what stands before its
    /// dot, and a name alone that nobody declares can be anybody's.
    /// </summary>
    public static Reached OfMember(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        var meant = model.GetSymbolInfo(name, cancellationToken).Meant().FirstOrDefault();
        return meant switch
        {
            null => name.Receiver() is { } receiver ? Of(receiver, model, cancellationToken) : Reached.Unknown,
            IErrorTypeSymbol => Reached.Unknown,
            IMethodSymbol { MethodKind: MethodKind.LocalFunction } => Reached.Other,
            _ when Takeover.Awaits(name, meant, model, cancellationToken) => Reached.Holder,
            (IMethodSymbol or IPropertySymbol or IFieldSymbol or INamedTypeSymbol) and { ContainingType: { } owner } => Of(owner),
            _ => Reached.Other,
        };
    }

    /// <summary>The holder that a receiver leads to, as a message names it, or null when it is not known.</summary>
    public static INamedTypeSymbol? FindHolder(ITypeSymbol? type)
    {
        for (var candidate = type as INamedTypeSymbol; candidate is not null; candidate = candidate.BaseType)
        {
            if (HolderSymbols.IsHolder(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}

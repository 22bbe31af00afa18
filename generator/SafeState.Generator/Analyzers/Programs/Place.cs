using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SafeState.Generator.Analyzers.Programs;

/// <summary>
/// The way to an object that leads to the same object each time it is gone: a variable, <c>this</c> or a type, and the fields
/// and properties from there. Two equal places are one object, as far as the body shows.
/// </summary>
internal readonly struct Place(ImmutableArray<ISymbol> steps)
{
    public ISymbol Root => steps[0];

    /// <summary>The last step: for a facade the property, or the variable that holds it.</summary>
    public ISymbol Last => steps[steps.Length - 1];

    /// <summary>Whether there are no steps from the root.</summary>
    public bool IsRoot => steps.Length == 1;

    public bool Equals(Place other) => steps.SequenceEqual(other.Steps, SymbolEqualityComparer.Default);

    /// <summary>Whether the way is the same after the code between two positions.</summary>
    public bool IsStable(Assignments assignments, int start, int end) => !assignments.HaveOneBetween(Root, start, end);

    private ImmutableArray<ISymbol> Steps => steps;

    /// <summary>The place of an expression; null where it is computed.</summary>
    public static Place? Of(IOperation? operation, Body body) => operation switch
    {
        IConversionOperation { Operand: var operand } => Of(operand, body),
        IParenthesizedOperation { Operand: var operand } => Of(operand, body),
        ILocalReferenceOperation { Local: var local } => OfLocal(local, body),
        IParameterReferenceOperation { Parameter: var parameter } => Of(parameter),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } type } => Of(type),
        IFieldReferenceOperation reference => reference.Field.IsStatic ? Of(reference.Field) : Of(reference.Instance, body)?.Then(reference.Field),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } reference => OfProperty(reference, body),
        IConditionalAccessInstanceOperation instance => Of(Receiver(instance), body),
        _ => null,
    };

    /// <summary>The place of a holder's facade or scalar, by the scope that shows it: <c>hub.Clients</c> for <c>state.Clients</c>.</summary>
    public static Place? OfShown(IPropertyReferenceOperation shown, Body body)
    {
        if (LibraryTypes.HolderOfScope(shown.Property.ContainingType) is not { } holder
            || holder.GetMembers(shown.Property.Name).OfType<IPropertySymbol>().FirstOrDefault() is not { } property)
        {
            return null;
        }

        return property.IsStatic
            ? Of(property)
            : shown.Instance is ILocalReferenceOperation { Local: var scope } && body.Assignments.OnlyValue(scope) is IInvocationOperation entry
                ? Of(entry.Instance, body)?.Then(property)
                : null;
    }

    private static Place Of(ISymbol symbol) => new(ImmutableArray.Create(symbol));

    private static Place? OfProperty(IPropertyReferenceOperation reference, Body body) => reference.Property.IsStatic
        ? Of(reference.Property)
        : Of(reference.Instance, body)?.Then(reference.Property);

    // 'var clients = hub.Clients;' is another name of the same facade.
    private static Place? OfLocal(ILocalSymbol local, Body body) =>
        body.Assignments.OnlyValue(local) is { } value && (IsFacadeOrHolder(local.Type) ? Of(value, body) : null) is { } aliased
            ? aliased
            : Of(local);

    private static bool IsFacadeOrHolder(ITypeSymbol type) => LibraryTypes.FacadeFamily(type) is not null || Parsing.HolderSymbols.IsHolder(type);

    private static IOperation? Receiver(IOperation instance)
    {
        for (var child = instance; child.Parent is { } parent; child = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }
        }

        return null;
    }

    private Place Then(ISymbol step) => new(steps.Add(step));
}

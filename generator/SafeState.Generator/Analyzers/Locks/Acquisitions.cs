using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SafeState.Generator.Analyzers.Programs;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Analyzers.Locks;

/// <summary>
/// Recognises what waits for a holder's lock: opening a scope, using a facade, reading a scalar, taking a snapshot. A timed entry gives
/// up, what reads a <c>CopyOnWrite</c> holder takes no lock, and a holder that the body itself has made is its own: none of these waits for ever.
/// </summary>
internal static class Acquisitions
{
    private static readonly HashSet<string> Writing =
    [
        "Set", "Add", "TryAdd", "GetOrAdd", "AddOrUpdate", "TryUpdate", "Update", "Remove", "RemoveWhere", "RemoveAt", "AddRange", "SetRange", "ReplaceAll", "Clear",
        "Insert", "Enqueue", "EnqueueRange", "TryDequeue", "DequeueAll",
        "AddTo", "TryAddTo", "SetIn", "GetOrAddIn", "AddOrUpdateIn", "RemoveFrom", "EnqueueTo", "TryDequeueFrom",
    ];

    public static Acquisition? Of(IOperation operation, Body body)
    {
        var (holder, instance, writes) = operation switch
        {
            IInvocationOperation call => OfCall(call),
            IPropertyReferenceOperation property => OfProperty(property),
            IForEachLoopOperation loop when HeldRegions.Core(loop.Collection) is { } facade and not IInvocationOperation => (LibraryTypes.HolderOfFacade(facade.Type), facade, false),
            _ => default,
        };
        if (holder is null || (!writes && HeldRegions.ReadsWithoutLock(holder)))
        {
            return null;
        }

        var place = LibraryTypes.HolderOfFacade(instance?.Type) is not null ? HeldRegions.InstanceOf(instance, body) : Place.Of(instance, body);
        return place is { Root: ILocalSymbol local } && body.Assignments.OnlyValue(local) is IObjectCreationOperation ? null : new Acquisition(holder.OriginalDefinition, place, operation);
    }

    private static (INamedTypeSymbol? Holder, IOperation? Instance, bool Writes) OfCall(IInvocationOperation call)
    {
        if (LibraryTypes.HolderOfEntry(call.TargetMethod) is { } entered)
        {
            return call.TargetMethod.Name is GeneratedNames.EnterRead or GeneratedNames.EnterWrite
                ? (entered, call.Instance, call.TargetMethod.Name == GeneratedNames.EnterWrite)
                : default;
        }

        if (LibraryTypes.HolderOfFacade(call.Instance?.Type) is { } ofFacade)
        {
            return (ofFacade, call.Instance, Writing.Contains(call.TargetMethod.Name));
        }

        return call.TargetMethod is { Name: GeneratedNames.Snapshot or GeneratedNames.Freeze, ContainingType: { } type } && HolderSymbols.IsHolder(type) && LibraryTypes.IsGenerated(call.TargetMethod)
            ? (type, call.Instance, call.TargetMethod.Name == GeneratedNames.Freeze)
            : default;
    }

    private static (INamedTypeSymbol? Holder, IOperation? Instance, bool Writes) OfProperty(IPropertyReferenceOperation reference)
    {
        if (LibraryTypes.HolderOfFacade(reference.Instance?.Type) is { } ofFacade)
        {
            return (ofFacade, reference.Instance, reference.Parent is IAssignmentOperation assignment && assignment.Target == reference);
        }

        return LibraryTypes.IsScalar(reference.Property) ? (reference.Property.ContainingType, reference.Instance, false) : default;
    }
}

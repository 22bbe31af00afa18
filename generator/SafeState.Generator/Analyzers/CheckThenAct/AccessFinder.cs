using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SafeState.Generator.Analyzers.Programs;

namespace SafeState.Generator.Analyzers.CheckThenAct;

/// <summary>Finds the accesses of shared state in a body, in the order of the text.</summary>
internal static class AccessFinder
{
    public static List<Access> Find(Body body)
    {
        var found = new List<Access>();
        foreach (var operation in body.Root.Descendants())
        {
            switch (operation)
            {
                case IInvocationOperation call when !IsNameOf(call):
                    AddIfKnown(OfCall(call, body));
                    break;
                case IPropertyReferenceOperation reference when !IsNameOf(reference):
                    found.AddRange(OfProperty(reference, body));
                    break;
            }
        }

        found.Sort((left, right) => left.Position.CompareTo(right.Position));
        return found;

        void AddIfKnown(Access? access)
        {
            if (access is not null)
            {
                found.Add(access);
            }
        }
    }

    private static Access? OfCall(IInvocationOperation call, Body body)
    {
        var isExtension = call.Instance is null && call.TargetMethod is { IsExtensionMethod: true, Name: "GetValueOrDefault" } && call.Arguments.Length > 1;
        var state = isExtension ? call.Arguments[0].Value : call.Instance;
        var arguments = call.Arguments.Skip(isExtension ? 1 : 0).OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => argument.Value).ToArray();
        return Known(state, body) is { } known && RoleOf(known.Family, call.TargetMethod) is { } role
            ? new Access(call, role, known.Family, known.Place, known.Expression, arguments.FirstOrDefault(), arguments.ElementAtOrDefault(1), known.Scope)
            : null;
    }

    private static IEnumerable<Access> OfProperty(IPropertyReferenceOperation reference, Body body)
    {
        if (Known(reference.Instance, body) is { } known)
        {
            if (reference.Property.Name is "Count" or "IsEmpty")
            {
                yield return new Access(reference, Role.Count, known.Family, known.Place, known.Expression, Key: null, Value: null, known.Scope);
            }
            else if (reference.Property.IsIndexer)
            {
                foreach (var access in ReadsAndWrites(reference, known.Family, known.Place, known.Expression, reference.Arguments[0].Value, known.Scope))
                {
                    yield return access;
                }
            }
        }
        else if (ScalarPlace(reference, body) is { } scalar)
        {
            var scope = LibraryTypes.HolderOfScope(reference.Property.ContainingType) is null ? null : (reference.Instance as ILocalReferenceOperation)?.Local;
            foreach (var access in ReadsAndWrites(reference, family: null, scalar, reference, key: null, scope))
            {
                yield return access;
            }
        }
    }

    private static IEnumerable<Access> ReadsAndWrites(IPropertyReferenceOperation reference, Family? family, Place place, IOperation state, IOperation? key, ILocalSymbol? scope)
    {
        var set = family == Family.List ? Role.ChangeAt : Role.Set;
        switch (reference.Parent)
        {
            case ISimpleAssignmentOperation write when write.Target == reference:
                yield return new Access(write, set, family, place, state, key, write.Value, scope);
                break;
            case ICompoundAssignmentOperation or IIncrementOrDecrementOperation or ICoalesceAssignmentOperation when IsTarget(reference):
                yield return new Access(reference.Parent, set, family, place, state, key, reference.Parent, scope) { IsCompound = true };
                break;
            default:
                yield return new Access(reference, Role.Get, family, place, state, key, Value: null, scope);
                break;
        }
    }

    private static bool IsTarget(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation increment => increment.Target == reference,
        _ => false,
    };

    /// <summary>A facade or a view, which of them, and in which scope.</summary>
    private static (Family Family, Place Place, IOperation Expression, ILocalSymbol? Scope)? Known(IOperation? state, Body body)
    {
        while (state is IConversionOperation { IsImplicit: true } conversion)
        {
            state = conversion.Operand;
        }

        if (LibraryTypes.FacadeFamily(state?.Type) is { } facade && Place.Of(state, body) is { } place)
        {
            return (facade, place, state!, null);
        }

        if (LibraryTypes.ViewFamily(state?.Type) is { } view)
        {
            var shown = state is ILocalReferenceOperation { Local: var local } ? body.Assignments.OnlyValue(local) : state;
            if (shown is IPropertyReferenceOperation { Instance: ILocalReferenceOperation { Local: var scope } } property && Place.OfShown(property, body) is { } of)
            {
                return (view, of, state!, scope);
            }
        }

        return null;
    }

    private static Place? ScalarPlace(IPropertyReferenceOperation reference, Body body) =>
        LibraryTypes.IsScalar(reference.Property) ? Place.Of(reference, body)
        : LibraryTypes.HolderOfScope(reference.Property.ContainingType) is not null && LibraryTypes.ViewFamily(reference.Type) is null ? Place.OfShown(reference, body)
        : null;

    private static Role? RoleOf(Family family, IMethodSymbol method) => (family, method.Name) switch
    {
        (Family.Map, "ContainsKey") => Role.Contains,
        (Family.Set or Family.List or Family.Queue, "Contains") => Role.Contains,
        (Family.Map or Family.Set, "TryGetValue") => Role.TryGet,
        (Family.Map, "GetValueOrDefault") => Role.GetOrDefault,
        (Family.Map, "Add") => Role.Add,
        (Family.Map, "TryAdd") => Role.TryAdd,
        (Family.Map, "Set") => Role.Set,
        (Family.Map, "Remove") => Role.Remove,
        (Family.Map, "GetOrAdd" or "AddOrUpdate" or "AddRange" or "SetRange") => Role.Grow,
        (Family.Set, "Add") => Role.TryAdd,
        (Family.Set, "Remove") => Role.Remove,
        (Family.Set, "AddRange") => Role.Grow,
        (Family.List, "IndexOf") => Role.Find,
        (Family.List, "Add") => Role.Add,
        (Family.List, "Remove") => Role.Remove,
        (Family.List, "RemoveAt" or "Insert" or "Set" or "Update") => Role.ChangeAt,
        (Family.List, "AddRange") => Role.Grow,
        (Family.Queue, "TryPeek") => Role.TryGet,
        (Family.Queue, "Enqueue") => Role.Add,
        (Family.Queue, "TryDequeue") => Role.Take,
        (Family.Queue, "EnqueueRange") => Role.Grow,
        _ => null,
    };

    private static bool IsNameOf(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null and not IBlockOperation; parent = parent.Parent)
        {
            if (parent is INameOfOperation)
            {
                return true;
            }
        }

        return false;
    }
}

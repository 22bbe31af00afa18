using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;

namespace SafeState.Generator.Parsing;

/// <summary>Makes the model of a holder from its symbol.</summary>
internal static class HolderModels
{
    public static HolderModel Create(INamedTypeSymbol holder, CancellationToken cancellationToken)
    {
        var options = HolderOptions.Of(holder);
        var collisions = GeneratedNames.FindCollisions(holder);
        var states = new List<StateModel>();
        var isNode = HolderSymbols.IsNode(holder);
        foreach (var field in InStableOrder(isNode ? HolderSymbols.NodeFields(holder) : HolderSymbols.StateFields(holder)))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // A field that cannot be offered is left out; the rules say why, and the rest of the holder still works.
            if (!Values.Contains(field.Type, part => part.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
                && !Visibilities.IsOutOfReachOfScopes(field, holder)
                && !collisions.Contains(field, SymbolEqualityComparer.Default))
            {
                states.Add(State(field, holder));
            }
        }

        return new HolderModel
        {
            Namespace = TypeNames.Namespace(holder.ContainingNamespace),
            ContainingTypes = ContainingTypes(holder).Reverse().Select(Header).ToEquatableArray(),
            Header = Header(holder),
            FullName = TypeNames.Qualified(holder),
            DisplayName = TypeNames.Message(holder),
            HintName = HintNames.Of(holder),
            IsStatic = holder.IsStatic,
            Node = isNode ? new NodeTraits(Values.CanBeCreated(holder)) : null,

            // A node may get into a holder of any strategy: what it needs is what the one needs that reads from images.
            Strategy = isNode ? Strategy.CopyOnWrite : options.Strategy,
            ScopeVisibility = options.ScopeVisibility,
            States = states.ToEquatableArray(),
            TakenNames = GeneratedNames.Fixed(holder).Where(name => GeneratedNames.IsTaken(holder, name)).ToEquatableArray(),
        };
    }

    // As declared, and file by file for a holder in several: the order in which the compiler is given files must not show.
    private static IEnumerable<IFieldSymbol> InStableOrder(IEnumerable<IFieldSymbol> fields) => fields
        .OrderBy(field => field.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(field => field.Locations[0].SourceSpan);

    private static StateModel State(IFieldSymbol field, INamedTypeSymbol holder)
    {
        var options = StateOptions.Of(field);
        return new StateModel
        {
            FieldName = field.Name,
            PropertyName = GeneratedNames.Property(field),
            Shape = Shape(field.Type, options),
            Access = options.Access,
            IsReadOnly = field.IsReadOnly,
            Visibility = Visibilities.Widest(field.Type, holder),
            IsNullableCollection = field.NullableAnnotation == NullableAnnotation.Annotated && CollectionKinds.Find(field.Type) is not null,
        };
    }

    // A collection that is not supported (SAFE005) is taken as a value, so that its users get no errors on top of that one.
    private static StateShape Shape(ITypeSymbol type, StateOptions options) => Values.OfField(type, options) is { } collection
        ? new CollectionShape(collection)
        : new ScalarShape(Values.TypeName(type, options));

    private static TypeHeader Header(INamedTypeSymbol type)
    {
        var keyword = (type.IsRecord, type.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            (_, TypeKind.Interface) => "interface",
            _ => "class",
        };
        var parameters = type.TypeParameters.Select(parameter => TypeNames.Escape(parameter.Name)).ToArray();
        var name = TypeNames.Escape(type.Name);
        return new TypeHeader(keyword, parameters.Length == 0 ? name : $"{name}<{string.Join(", ", parameters)}>");
    }

    private static IEnumerable<INamedTypeSymbol> ContainingTypes(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }
}

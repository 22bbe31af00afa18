using Microsoft.CodeAnalysis;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>Decides whether instances of a type may be handed out by reference; when in doubt, they may not.</summary>
/// <remarks>
/// One instance serves the fields of one holder and remembers what it has proven. What it speaks of is put into words only when something speaks against it. A type that refers to itself is shareable
/// if nothing else speaks against it: within one question, a type met again is taken for granted, and a question that fails
/// proves nothing.
/// </remarks>
internal sealed class Shareability(Compilation compilation, CancellationToken cancellationToken)
{
    /// <summary>Bounds generics that refer to ever larger constructions of themselves.</summary>
    private const int DeepestNesting = 32;

    private HashSet<ITypeSymbol> _proven = new(SymbolEqualityComparer.Default);

    /// <summary>The types that were found shareable, with those inside them.</summary>
    public IReadOnlyCollection<ITypeSymbol> Proven => _proven;

    /// <summary>Null if the type is shareable, otherwise a clause that says what speaks against it.</summary>
    public string? FindObstacle(ITypeSymbol type)
    {
        var assumed = new HashSet<ITypeSymbol>(_proven, SymbolEqualityComparer.Default);
        var obstacle = Find(type, () => Quote(type.WithNullableAnnotation(NullableAnnotation.None)), assumed, depth: 0);
        if (obstacle is null)
        {
            _proven = assumed;
        }

        return obstacle;
    }

    private string? Find(ITypeSymbol type, Func<string> subject, HashSet<ITypeSymbol> assumed, int depth)
    {
        cancellationToken.ThrowIfCancellationRequested();
        type = type.WithNullableAnnotation(NullableAnnotation.None);
        if (depth > DeepestNesting)
        {
            return $"{subject()} is nested too deeply to be judged";
        }

        return type switch
        {
            IArrayTypeSymbol => $"{subject()} is an array, whose elements anybody can assign",
            ITypeParameterSymbol parameter => FindInTypeParameter(parameter, subject),
            IDynamicTypeSymbol => $"{subject()} may be anything",
            IErrorTypeSymbol => $"{subject()} is not known when SafeState looks (does it exist, or does another generator write it?)",
            INamedTypeSymbol named => assumed.Add(named) ? FindInNamedType(named, subject, assumed, depth) : null,
            _ => $"{subject()} is a pointer",
        };
    }

    private static string? FindInTypeParameter(ITypeParameterSymbol parameter, Func<string> subject)
    {
        var isPlainValue = parameter.HasUnmanagedTypeConstraint
            || parameter.ConstraintTypes.Any(constraint => constraint.SpecialType == SpecialType.System_Enum);
        return isPlainValue ? null : $"{subject()} may stand for any type (only 'unmanaged' and 'Enum' constraints exclude a mutable one)";
    }

    private string? FindInNamedType(INamedTypeSymbol type, Func<string> subject, HashSet<ITypeSymbol> assumed, int depth)
    {
        if (type.TypeKind is TypeKind.Enum or TypeKind.Delegate || IsVouchedFor(type))
        {
            return null;
        }

        if (ShareableTypes.Contains(type) || ShareableTypes.IsRuntimeType(type))
        {
            return FindInTypeArguments(type, assumed, depth);
        }

        if (type.SpecialType == SpecialType.System_Object)
        {
            return $"{subject()} may be anything";
        }

        if (HolderSymbols.IsNode(type))
        {
            return $"{subject()} is a node, which can only be directly in a field or collection of a holder or node";
        }

        if (HolderSymbols.IsCollection(type))
        {
            return $"{subject()} is a mutable collection";
        }

        return type.TypeKind switch
        {
            TypeKind.Interface => $"{subject()} is an interface, and what implements it may be mutable",
            TypeKind.Class or TypeKind.Struct when PlainDeclarations.HasPlainFieldsOnly(type, cancellationToken) => null,
            TypeKind.Struct => FindInFields(type, assumed, depth, copied: true),
            TypeKind.Class => FindInClass(type, subject, assumed, depth),
            _ => $"{subject()} is of a kind that cannot be judged",
        };
    }

    private string? FindInTypeArguments(INamedTypeSymbol type, HashSet<ITypeSymbol> assumed, int depth)
    {
        foreach (var argument in type.TypeArguments)
        {
            if (Find(argument, () => $"{Quote(argument)} in {Quote(type)}", assumed, depth + 1) is { } obstacle)
            {
                return obstacle;
            }
        }

        return null;
    }

    private string? FindInClass(INamedTypeSymbol type, Func<string> subject, HashSet<ITypeSymbol> assumed, int depth)
    {
        var mayBeDerived = !type.IsSealed && !type.IsRecord ? $"{subject()} is a class that is not sealed, so that a derived one may be mutable" : null;
        if (mayBeDerived is not null && !ShareableTypes.IsDeclaredInSource(type))
        {
            return mayBeDerived;
        }

        // First what sealing it would not put right.
        for (var current = type; current is not null && !ShareableTypes.IsStatelessBase(current) && !IsVouchedFor(current); current = current.BaseType)
        {
            // The compiler reads no private fields of classes from referenced assemblies: what cannot be seen cannot be judged.
            if (!ShareableTypes.IsDeclaredInSource(current))
            {
                return $"{Quote(current)} comes from another assembly, which does not show its private fields";
            }

            if (FindInFields(current, assumed, depth, copied: false) is { } obstacle)
            {
                return obstacle;
            }
        }

        return mayBeDerived;
    }

    /// <param name="type">The class or struct whose fields are judged.</param>
    /// <param name="assumed">The types taken for shareable in this question.</param>
    /// <param name="depth">How many types were entered to get here.</param>
    /// <param name="copied">Whether everybody gets a copy of their own (structs), so that assigning a field harms nobody.</param>
    private string? FindInFields(INamedTypeSymbol type, HashSet<ITypeSymbol> assumed, int depth, bool copied)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.IsStatic || field.IsFixedSizeBuffer || IsSpokenOfElsewhere(field))
            {
                continue;
            }

            string Name() => $"{Describe.Name(type)}.{(field.AssociatedSymbol ?? field).Name}";
            var obstacle = copied || field.IsReadOnly
                ? Find(field.Type, () => $"'{Name()}' of type {Quote(field.Type)}", assumed, depth + 1)
                : $"'{Name()}' can be assigned";
            if (obstacle is not null)
            {
                return obstacle;
            }
        }

        return FindInCaptures(type, assumed, depth, copied);
    }

    /// <summary>
    /// The delegate behind a field-like event, which the compiler's own accessors exchange atomically, and the field behind a
    /// captured parameter, which not every compiler shows.
    /// </summary>
    private static bool IsSpokenOfElsewhere(IFieldSymbol field) =>
        field.AssociatedSymbol is IEventSymbol || field is { IsImplicitlyDeclared: true, AssociatedSymbol: null, CanBeReferencedByName: false };

    private string? FindInCaptures(INamedTypeSymbol type, HashSet<ITypeSymbol> assumed, int depth, bool copied)
    {
        foreach (var (parameter, isWritten) in PrimaryConstructorCaptures.Find(type, compilation, cancellationToken))
        {
            string Name() => $"the captured parameter '{parameter.Name}' of '{Describe.Name(type)}'";
            var obstacle = copied || !isWritten
                ? Find(parameter.Type, () => $"{Name()}, a {Quote(parameter.Type)},", assumed, depth + 1)
                : $"{Name()} is assigned";
            if (obstacle is not null)
            {
                return obstacle;
            }
        }

        return null;
    }

    private static bool IsVouchedFor(INamedTypeSymbol type) =>
        HolderSymbols.IsHolder(type)
        || HolderSymbols.FindAttribute(type, HolderSymbols.ThreadSafeAttribute) is not null
        || IsMarkedImmutable(type);

    private static bool IsMarkedImmutable(INamedTypeSymbol type) =>
        HolderSymbols.FindAttribute(type, "System.ComponentModel.ImmutableObjectAttribute") is { ConstructorArguments: { Length: 1 } arguments }
        && arguments[0].Value is true;

    private static string Quote(ITypeSymbol type) => $"'{Describe.Name(type)}'";
}

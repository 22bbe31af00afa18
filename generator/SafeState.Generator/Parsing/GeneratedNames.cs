using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SafeState.Generator.Model;

namespace SafeState.Generator.Parsing;

/// <summary>The names that a holder's generated part declares, for the parser, which must not declare one twice, and for the rules, which know them before they exist.</summary>
internal static class GeneratedNames
{
    public const string ReadScope = "ReadScope";
    public const string WriteScope = "WriteScope";
    public const string StateSnapshot = "StateSnapshot";
    public const string EnterRead = "EnterRead";
    public const string EnterWrite = "EnterWrite";
    public const string TryEnterRead = "TryEnterRead";
    public const string TryEnterWrite = "TryEnterWrite";
    public const string Snapshot = "Snapshot";
    public const string Version = "Version";
    public const string Freeze = "Freeze";
    public const string IsFrozen = "IsFrozen";

    /// <summary>What the names of the views of a collection of collections end with.</summary>
    public const string Reader = "Reader";

    /// <inheritdoc cref="Reader"/>
    public const string Editor = "Editor";

    /// <summary>The names that only those see who may open scopes.</summary>
    public static readonly IReadOnlyList<string> OfScopes = [ReadScope, WriteScope, EnterRead, EnterWrite, TryEnterRead, TryEnterWrite];

    private static readonly string[] OfEveryHolder = [.. OfScopes, StateSnapshot, Snapshot, Version];

    private static readonly string[] OfFreezing = [Freeze, IsFrozen];

    /// <summary>Names that a scope or a snapshot has besides its states, or inherits.</summary>
    private static readonly HashSet<string> ReservedForStates =
    [
        "Entered", "Dispose", "Part", "ToNode",
        nameof(Equals), nameof(GetHashCode), nameof(GetType), nameof(ToString), nameof(ReferenceEquals), nameof(MemberwiseClone), "Finalize",
    ];

    /// <summary>Two rules and the model ask.</summary>
    private static readonly ConditionalWeakTable<INamedTypeSymbol, IReadOnlyList<IFieldSymbol>> Collisions = new();

    private static readonly string[] OfEveryNode = [StateSnapshot, Reader, Editor];

    /// <summary>The fixed members of a holder or a node.</summary>
    public static IEnumerable<string> Fixed(INamedTypeSymbol type) =>
        HolderSymbols.IsNode(type) ? OfEveryNode
        : HolderOptions.Of(type).Strategy == Strategy.FreezeOnce ? [.. OfEveryHolder, .. OfFreezing]
        : OfEveryHolder;

    /// <summary>The property of a state field: the <c>Name</c> of its attribute, or the field's name in PascalCase, without <c>_</c>, <c>m_</c> or <c>s_</c>.</summary>
    public static string Property(IFieldSymbol field) => StateOptions.Of(field).Name ?? FromField(field.Name);

    /// <summary>The facade type of a state field, or null for a scalar or a field without facade.</summary>
    public static string? FacadeType(IFieldSymbol field) =>
        Values.KindOfField(field.Type) is { } kind && StateOptions.Of(field).Access != Access.None ? FacadeType(Property(field), kind) : null;

    public static string FacadeType(string property, CollectionKind kind) => property + kind switch
    {
        CollectionKind.Dictionary or CollectionKind.SortedDictionary => "Map",
        CollectionKind.HashSet => "Set",
        CollectionKind.List => "List",
        CollectionKind.Queue => "Queue",
        CollectionKind.Node or CollectionKind.OptionalNode => "Slot",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>The names that a state field brings: its property, its facade's type, and those of its views if they are generated.</summary>
    public static IEnumerable<string> Of(IFieldSymbol field)
    {
        var property = Property(field);
        yield return property;
        if (!HolderSymbols.IsNode(field.ContainingType) && FacadeType(field) is { } facade)
        {
            yield return facade;
        }

        if (Values.IsNested(field.Type, StateOptions.Of(field)) && Values.KindOfField(field.Type) != CollectionKind.Node)
        {
            yield return property + Reader;
            yield return property + Editor;
        }
    }

    /// <summary>
    /// The state fields of which a name means something else in the holder already: one of its own or inherited members,
    /// its name or a type parameter, a fixed generated name, or a name of an earlier state field.
    /// </summary>
    public static IReadOnlyList<IFieldSymbol> FindCollisions(INamedTypeSymbol holder) => Collisions.GetValue(holder, Collide);

    private static IReadOnlyList<IFieldSymbol> Collide(INamedTypeSymbol holder)
    {
        var collisions = new List<IFieldSymbol>();
        var taken = new HashSet<string>(Fixed(holder).Concat(ReservedForStates));
        var isNode = HolderSymbols.IsNode(holder);
        foreach (var field in isNode ? HolderSymbols.NodeFields(holder) : HolderSymbols.StateFields(holder))
        {
            // All names, so that later fields see each of them.
            // A node's properties are in its views alone.
            if (Of(field).Count(name => !taken.Add(name) || (IsTaken(holder, name) && !(isNode && name == Property(field)))) > 0)
            {
                collisions.Add(field);
            }
        }

        return collisions;
    }

    /// <summary>Whether the holder's author has given <paramref name="name"/> a meaning, or a base class has.</summary>
    public static bool IsTaken(INamedTypeSymbol holder, string name)
    {
        if (holder.Name == name || holder.TypeParameters.Any(parameter => parameter.Name == name) || !holder.GetMembers(name).IsEmpty)
        {
            return true;
        }

        for (var type = holder.BaseType; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).Any(member => member.DeclaredAccessibility != Accessibility.Private))
            {
                return true;
            }
        }

        return false;
    }

    private static string FromField(string field)
    {
        var hasLetter = field.Length > 2 && field[0] is ('m' or 's') && field[1] == '_';
        var start = hasLetter ? 2 : field.Length - field.TrimStart('_').Length;
        var name = field.Substring(start);
        return SyntaxFacts.IsValidIdentifier(name) ? char.ToUpperInvariant(name[0]) + name.Substring(1) : field;
    }
}

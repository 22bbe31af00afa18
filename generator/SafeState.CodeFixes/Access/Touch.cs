using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes.Access;

/// <summary>A place where code that people wrote names a state field (SAFE001).</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Field">The field.</param>
/// <param name="IsOwn">Whether the field is this instance's, which is what the holder's own scopes lock.</param>
internal sealed record Touch(IdentifierNameSyntax Name, IFieldSymbol Field, bool IsOwn)
{
    /// <summary>The name with what stands before its dot.</summary>
    public ExpressionSyntax Target { get; } = Name.WithReceiver();

    /// <summary>Null for a scalar.</summary>
    public CollectionKind? Kind { get; } = CollectionKinds.Find(Field.Type);

    public string Property { get; } = GeneratedNames.Property(Field);

    public Generator.Model.Access Access { get; } = StateOptions.Of(Field).Access;

    /// <summary>Whether the collection is one of collections: what its operations hand out is no longer what they were.</summary>
    public bool IsNested => Kind is not null && ((INamedTypeSymbol)Field.Type).TypeArguments.Any(HolderSymbols.IsCollection);
}

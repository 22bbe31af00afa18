using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE002: state is kept in private fields, where only generated code finds it; and SAFE009: no static state beside the instances'.</summary>
internal static class HolderMembers
{
    public static void Check(INamedTypeSymbol holder, Compilation compilation, List<DiagnosticInfo> findings, CancellationToken cancellationToken)
    {
        foreach (var field in holder.GetMembers().OfType<IFieldSymbol>())
        {
            if (!IsMutable(field) || HolderSymbols.FindAttribute(field, HolderSymbols.NotStateAttribute) is not null)
            {
                continue;
            }

            if (field.IsStatic != holder.IsStatic)
            {
                CheckStatic(holder, field, findings);
            }
            else if (field.AssociatedSymbol is IPropertySymbol property)
            {
                ReportNotPrivate(
                    findings, holder, property, "is a property that keeps its value itself",
                    $"declare '{Declaration(property, cancellationToken)}' and let SafeState generate the property (or say [field: NotState])");
            }
            else if (field is { IsImplicitlyDeclared: false, DeclaredAccessibility: not (Accessibility.Private or Accessibility.NotApplicable) })
            {
                ReportNotPrivate(
                    findings, holder, field, "is not private",
                    $"declare it 'private' as '{FieldName(field)}' and let SafeState generate the property (or say [NotState])");
            }
        }

        CheckCaptures(holder, compilation, findings, cancellationToken);
    }

    /// <summary>State, or what would be state if it were declared rightly. The delegate of a field-like event is not: its accessors are atomic.</summary>
    private static bool IsMutable(IFieldSymbol field) =>
        !field.IsConst
        && field.AssociatedSymbol is null or IPropertySymbol
        && (!field.IsReadOnly || HolderSymbols.IsCollection(field.Type) || HolderSymbols.IsNode(field.Type) || IsPartOfNode(field))
        && !field.Name.StartsWith(HolderSymbols.ReservedPrefix, StringComparison.OrdinalIgnoreCase);

    // A copy of a node is made of its fields, and knows none that has no name.
    private static bool IsPartOfNode(IFieldSymbol field) =>
        field is { IsStatic: false, AssociatedSymbol: IPropertySymbol } && HolderSymbols.IsNode(field.ContainingType);

    private static void CheckStatic(INamedTypeSymbol holder, IFieldSymbol field, List<DiagnosticInfo> findings)
    {
        // An instance field of a static class is an error of the language; a thread's own copy is not shared.
        if (!field.IsStatic || HolderSymbols.FindAttribute(field, "System.ThreadStaticAttribute") is not null)
        {
            return;
        }

        var member = field.AssociatedSymbol ?? field;
        findings.Add(DiagnosticInfo.Create(
            Descriptors.StaticState,
            Describe.Place(member),
            member.Name,
            Describe.Name(holder),
            $"move it into a 'static partial class' with [SharedState], drop 'static', or say [{(member is IPropertySymbol ? "field: " : "")}NotState] and guard it yourself"));
    }

    /// <summary>Captured services are fine; a captured collection, or a parameter that is assigned, is a field nobody declared.</summary>
    private static void CheckCaptures(INamedTypeSymbol holder, Compilation compilation, List<DiagnosticInfo> findings, CancellationToken cancellationToken)
    {
        foreach (var (parameter, isWritten) in PrimaryConstructorCaptures.Find(holder, compilation, cancellationToken))
        {
            if (CollectionKinds.Find(parameter.Type) is not null)
            {
                var type = Describe.Name(parameter.Type);
                ReportNotPrivate(
                    findings, holder, parameter, "is a captured parameter",
                    $"copy it into 'private readonly {type} _{parameter.Name} = new({parameter.Name}, …);' and use only what is generated for that");
            }
            else if (isWritten || HolderSymbols.IsCollection(parameter.Type) || HolderSymbols.IsNode(parameter.Type) || HolderSymbols.IsNode(holder))
            {
                ReportNotPrivate(
                    findings, holder, parameter, "is a captured parameter",
                    $"initialise a private field with it, 'private {Describe.Name(parameter.Type)} _{parameter.Name} = {parameter.Name};', and use only what is generated for that");
            }
        }
    }

    private static void ReportNotPrivate(List<DiagnosticInfo> findings, INamedTypeSymbol holder, ISymbol member, string flaw, string wayOut) =>
        findings.Add(DiagnosticInfo.Create(Descriptors.StateNotPrivate, Describe.Place(member), member.Name, Describe.Name(holder), flaw, wayOut));

    /// <summary>The field that takes the place of a property; what the property was given at first is the field's to keep.</summary>
    private static string Declaration(IPropertySymbol property, CancellationToken cancellationToken)
    {
        var isGuarded = CollectionKinds.Find(property.Type) is not null;
        var type = isGuarded ? property.Type.WithNullableAnnotation(NullableAnnotation.None) : property.Type;
        var hasValue = property.DeclaringSyntaxReferences
            .Any(reference => reference.GetSyntax(cancellationToken) is PropertyDeclarationSyntax { Initializer: not null });
        var value = hasValue ? " = …" : isGuarded ? " = new()" : "";
        return $"private {(isGuarded ? "readonly " : "")}{Describe.Name(type)} {FieldName(property)}{value};";
    }

    /// <summary>A field name from which the member's own name is generated again.</summary>
    public static string FieldName(ISymbol member)
    {
        var name = member.Name.TrimStart('_');
        return name.Length == 0 ? "_state" : $"_{char.ToLowerInvariant(name[0])}{name.Substring(1)}";
    }
}

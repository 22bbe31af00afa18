using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE001: an <c>[UnsafeAccessor]</c> for a state field, for a generated member, or for the inside of the SafeState library.</summary>
internal static class UnsafeAccessor
{
    private const string AccessorAttribute = "System.Runtime.CompilerServices.UnsafeAccessorAttribute";
    private const string AccessorTypeAttribute = "System.Runtime.CompilerServices.UnsafeAccessorTypeAttribute";

    /// <summary>Accessors are <c>extern</c>, which is rare, and the attribute may have been renamed by a <c>using</c>. Of a partial member another part may be the <c>extern</c> one.</summary>
    public static bool IsCandidate(AttributeSyntax attribute) => attribute.Parent?.Parent switch
    {
        BaseMethodDeclarationSyntax method => IsExtern(method.Modifiers),
        LocalFunctionStatementSyntax method => IsExtern(method.Modifiers),
        AccessorDeclarationSyntax { Parent.Parent: BasePropertyDeclarationSyntax property } => IsExtern(property.Modifiers),
        _ => false,
    };

    public static void Check(AttributeSyntax attribute, ReachContext context)
    {
        if (context.Model.GetDeclaredSymbol(attribute.Parent!.Parent!, context.CancellationToken) is not IMethodSymbol method
            || method.GetAttributes().FirstOrDefault(data => data.ApplicationSyntaxReference is { } place && place.SyntaxTree == attribute.SyntaxTree && place.Span == attribute.Span) is not { } accessor
            || accessor.AttributeClass?.ToDisplayString() != AccessorAttribute)
        {
            return;
        }

        var member = accessor.Argument("Name")?.Value as string ?? method.Name;
        var receiver = Receiver(attribute, context);
        var written = WrittenTypes(method, receiver).ToArray();
        if (written.Append(member).Any(IsReserved)
            || NamedTypes(method, receiver)
                .Concat(written.SelectMany(name => TypesOnPath(name, context.Model.Compilation)))
                .Any(target => IsGuarded(target, member)))
        {
            context.Report(
                Descriptors.BehindTheBack,
                attribute,
                member,
                "is reached past the lock by an unsafe accessor",
                "use the holder's facades and scopes");
        }
    }

    private static bool IsExtern(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.ExternKeyword) || modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>What an extension block extends: the first parameter of the methods that the compiler makes of its members.</summary>
    private static IParameterSymbol? Receiver(AttributeSyntax attribute, ReachContext context) =>
        attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { Keyword.ValueText: "extension", ParameterList.Parameters: { Count: > 0 } parameters }
            ? context.Model.GetDeclaredSymbol(parameters[0], context.CancellationToken)
            : null;

    private static bool IsReserved(string name) => name.IndexOf(HolderSymbols.ReservedPrefix, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The types whose members the method can reach: that of its first parameter, or what it returns when it constructs.</summary>
    private static IEnumerable<INamedTypeSymbol> NamedTypes(IMethodSymbol method, IParameterSymbol? receiver) =>
        method.Parameters.Take(1).Select(parameter => parameter.Type).Append(receiver?.Type).Append(method.ReturnType).OfType<INamedTypeSymbol>();

    /// <summary>What <c>[UnsafeAccessorType]</c> says in place of a type that cannot be named.</summary>
    private static IEnumerable<string> WrittenTypes(IMethodSymbol method, IParameterSymbol? receiver) => method.Parameters
        .SelectMany(parameter => parameter.GetAttributes())
        .Concat(receiver?.GetAttributes() ?? Enumerable.Empty<AttributeData>())
        .Concat(method.GetReturnTypeAttributes())
        .Where(data => data.AttributeClass?.ToDisplayString() == AccessorTypeAttribute)
        .Select(data => data.ConstructorArguments.FirstOrDefault().Value as string)
        .OfType<string>();

    /// <summary>The types on the path <c>Outer+Inner, Assembly</c>: an inner one may be generated and not found.</summary>
    private static IEnumerable<INamedTypeSymbol> TypesOnPath(string name, Compilation compilation)
    {
        var path = name.Split(',', '[')[0].Trim();
        for (var end = path.Length; end > 0; end = path.LastIndexOf('+', end - 1))
        {
            foreach (var type in compilation.GetTypesByMetadataName(path.Substring(0, end)))
            {
                yield return type;
            }
        }
    }

    private static bool IsGuarded(INamedTypeSymbol target, string member) =>
        RuntimeTypes.Contains(target)
        || (HolderSymbols.IsNode(target) && (target.DeclaringSyntaxReferences.IsEmpty ? target.GetMembers(member).IsEmpty : HolderSymbols.NodeFields(target.OriginalDefinition).Any(field => field.Name == member)))
        || (Reach.FindHolder(target) is { } holder && IsState(holder.OriginalDefinition, member));

    /// <summary>Private fields of other assemblies are not imported: there any name that is not a method's may be state.</summary>
    private static bool IsState(INamedTypeSymbol holder, string member) => holder.DeclaringSyntaxReferences.IsEmpty
        ? holder.GetMembers(member).IsEmpty
        : HolderSymbols.StateFields(holder).Any(field => field.Name == member);
}

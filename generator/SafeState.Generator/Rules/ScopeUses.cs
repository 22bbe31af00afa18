using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE011, second part: what holds a scope appears only before the dot of a member other than <c>Dispose</c>, or as an <c>in</c> argument. Everything else would copy or close it.</summary>
internal static class ScopeUses
{
    /// <summary>C# 14, which the compilers on the floor have no name for.</summary>
    private const LanguageVersion CSharp14 = (LanguageVersion)1400;

    private static readonly SymbolDisplayFormat WithConstraints = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters);

    /// <summary>
    /// Whether a use of the local's name may be anything but a look at one of the scope's properties. Its text tells, and nearly
    /// always there is none: then nothing is bound. Only extension properties, of C# 14, look the same.
    /// </summary>
    public static bool MayGoAstray(VariableDeclaratorSyntax local, ReachContext context)
    {
        if (Region(local) is not { } region)
        {
            return false;
        }

        // What every type has goes by its name alone: once for each name is enough.
        var asked = local.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= CSharp14 } ? new HashSet<string>() : null;
        foreach (var name in IdentifierIndex.Find(region, local.Identifier.ValueText))
        {
            if (name.Parent is not MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } access
                || access.Expression != name
                || access.Name.Identifier.ValueText == "Dispose"
                || (asked?.Add(access.Name.Identifier.ValueText) == true && IsPropertyOfAnything(access.Name, context)))
            {
                return true;
            }
        }

        return false;
    }

    public static void CheckLocal(VariableDeclaratorSyntax local, ReachContext context)
    {
        var region = Region(local);
        if (context.Model.GetDeclaredSymbol(local, context.CancellationToken) is { } symbol && region is not null)
        {
            Check(symbol, region, context);
        }
    }

    private static SyntaxNode? Region(VariableDeclaratorSyntax local)
    {
        var statement = local.FirstAncestorOrSelf<StatementSyntax>()!;
        return statement is UsingStatementSyntax
            ? statement
            : statement.Parent is GlobalStatementSyntax { Parent: { } unit } ? unit : statement.Parent;
    }

    public static void CheckParameter(ParameterSyntax parameter, ReachContext context)
    {
        if (context.Model.GetDeclaredSymbol(parameter, context.CancellationToken) is { } symbol
            && parameter.Parent is { } list
            && (list is LambdaExpressionSyntax ? list : list.Parent) is { } function)
        {
            Check(symbol, function, context);
        }
    }

    private static void Check(ISymbol scope, SyntaxNode region, ReachContext context)
    {
        foreach (var name in IdentifierIndex.Find(region, scope.Name))
        {
            if (WhatIsWrong(name, context) is { } wrong
                && IsSame(context.Model.GetSymbolInfo(name, context.CancellationToken).Symbol, scope))
            {
                context.Report(
                    Descriptors.StrayScope,
                    name,
                    scope.Name,
                    wrong,
                    $"use its members, '{scope.Name}.…', or pass it on as 'in {scope.Name}'");
            }
        }
    }

    /// <summary>Whether a name means the scope. Each accessor of an indexer has parameters of its own.</summary>
    private static bool IsSame(ISymbol? named, ISymbol scope) =>
        SymbolEqualityComparer.Default.Equals(named, scope)
        || (named is IParameterSymbol { ContainingSymbol: IMethodSymbol { AssociatedSymbol: not null } } parameter
            && scope is IParameterSymbol { ContainingSymbol: IPropertySymbol } declared
            && parameter.Ordinal == declared.Ordinal);

    private static string? WhatIsWrong(IdentifierNameSyntax name, ReachContext context) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Expression == name =>
            access.Name.Identifier.ValueText == "Dispose" ? "is a scope, which its 'using' closes and nothing else may"
            : ExtensionsOfAnything(access.Name, context.Model).Any() ? "is a scope handed to an extension of every type, which could copy it"
            : null,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.InKeyword } argument =>
            IsTakenAsAnything(argument, context) ? "is a scope handed to a generic parameter, which could copy it" : null,
        _ => "is a scope, and may not be copied, passed by value or by 'ref', assigned, returned or captured",
    };

    /// <summary>Whether a property of every type, <c>ref</c> structs included, goes by the name.</summary>
    private static bool IsPropertyOfAnything(SimpleNameSyntax name, ReachContext context)
    {
        bool Ask(SemanticModel model) => ExtensionsOfAnything(name, model).Any(member => member is IPropertySymbol);
        if (name.Ancestors().LastOrDefault(ancestor => ancestor is BaseTypeDeclarationSyntax) is not { } type)
        {
            return Ask(context.Model);
        }

        var declarations = Declarations.Of(context.ModelOfUsings.Compilation);
        var asked = name.Identifier.ValueText;
        if (Sight(type, declarations) is { } sight)
        {
            return declarations.Remember(sight, asked, () => Ask(context.ModelOfUsings));
        }

        var model = context.Model;
        return declarations.In(name.SyntaxTree).Remember(type, nameof(IsPropertyOfAnything), asked, () => (Ask(model), Footing.Everything));
    }

    /// <summary>
    /// What decides which extensions of libraries a type can see: namespaces and usings, which is what stands before it in its file. Null if
    /// that does not decide it: the program has such extensions of its own, private ones perhaps, or not all of the text is compiled.
    /// </summary>
    private static string? Sight(SyntaxNode type, Declarations declarations) =>
        declarations.MayHaveExtensionBlocks ? null : FileText.Of(type.SyntaxTree).Remember(type.Parent!, Sight);

    private static string? Sight(SyntaxNode container)
    {
        var text = FileText.Of(container.SyntaxTree).Content;
        var sight = string.Concat(container.AncestorsAndSelf().Select(around => around switch
        {
            CompilationUnitSyntax unit => text.Substring(0, unit.Members[0].SpanStart),
            BaseNamespaceDeclarationSyntax inner => text.Substring(inner.SpanStart, inner.Members[0].SpanStart - inner.SpanStart),
            _ => string.Empty,
        }));
        return sight.IndexOf('#') < 0 ? sight : null;
    }

    /// <summary>
    /// The extensions of every type, <c>ref</c> structs included, that go by the name. The scope's own type is not known here,
    /// so <c>int</c> stands for it: a struct that implements nothing which a scope could be asked for.
    /// </summary>
    private static IEnumerable<ISymbol> ExtensionsOfAnything(SimpleNameSyntax name, SemanticModel model) => model
        .LookupSymbols(name.SpanStart, model.Compilation.GetSpecialType(SpecialType.System_Int32), name.Identifier.ValueText, includeReducedExtensionMethods: true)
        .Where(member => Takeover.IsExtension(member) && TakesRefStructs(((member as IMethodSymbol)?.ReducedFrom ?? member).OriginalDefinition));

    // Compilers before C# 13 have no property that tells; the newer ones that have such type parameters also write them out.
    private static bool TakesRefStructs(ISymbol extension) =>
        extension.ToDisplayString(WithConstraints).Contains("allows ref struct") || extension.ContainingType.ToDisplayString(WithConstraints).Contains("allows ref struct");

    /// <summary>Whether the parameter's type is a type parameter: behind it a copy needs no name of the scope's type.</summary>
    private static bool IsTakenAsAnything(ArgumentSyntax argument, ReachContext context)
    {
        if (argument is not { Parent: ArgumentListSyntax { Parent: ExpressionSyntax call } list })
        {
            return false;
        }

        var methods = context.Model.GetSymbolInfo(call, context.CancellationToken).Meant().OfType<IMethodSymbol>();
        return methods.Any(method => Parameter(method.OriginalDefinition, argument, list)?.Type is ITypeParameterSymbol);
    }

    private static IParameterSymbol? Parameter(IMethodSymbol method, ArgumentSyntax argument, ArgumentListSyntax list) => argument.NameColon is { } label
        ? method.Parameters.FirstOrDefault(parameter => parameter.Name == label.Name.Identifier.ValueText)
        : method.Parameters.ElementAtOrDefault(list.Arguments.IndexOf(argument));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE008: generated code needs C# 12, .NET 8 and the runtime library.</summary>
internal static class HolderPlatform
{
    private const string RuntimeAssembly = "SafeState";

    private const int OldestLibrary = 8;

    public static void Check(INamedTypeSymbol holder, Compilation compilation, List<DiagnosticInfo> findings, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (FindLack(holder, compilation) is var (lack, wayOut))
        {
            findings.Add(DiagnosticInfo.Create(Descriptors.PlatformFloor, Describe.PlaceOfHolder(holder), Describe.Name(holder), lack, wayOut));
        }
    }

    private static (string Lack, string WayOut)? FindLack(INamedTypeSymbol holder, Compilation compilation)
    {
        if (compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp12 and var version })
        {
            return ($"this project is compiled as C# {version.ToDisplayString()}", "set <LangVersion>12</LangVersion> or later");
        }

        // Attributes of the right name from elsewhere would switch the generator on without anything to generate upon.
        var attribute = HolderSymbols.FindAttribute(holder, HolderSymbols.SharedStateAttribute) ?? HolderSymbols.FindAttribute(holder, HolderSymbols.StateNodeAttribute);
        if (attribute?.AttributeClass?.ContainingAssembly.Name != RuntimeAssembly)
        {
            return ("the runtime library is not referenced", "reference the package 'SafeState', not only its generator");
        }

        var library = compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly?.Identity;
        return library is { Version.Major: > 0 and < OldestLibrary }
            ? ($"this project targets '{library.Name}' {library.Version.ToString(2)}", "target net8.0 or later")
            : null;
    }
}

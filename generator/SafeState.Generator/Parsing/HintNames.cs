using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;

namespace SafeState.Generator.Parsing;

/// <summary>Names the generated files: <c>Namespace.Outer.Inner-1.g.cs</c>, the number being that of the type parameters.</summary>
internal static class HintNames
{
    /// <summary>File systems and some compilers dislike long paths.</summary>
    private const int MaximumLength = 100;

    private const string Extension = ".g.cs";

    public static string Of(INamedTypeSymbol holder)
    {
        var name = new StringBuilder();
        AppendNamespace(name, holder.ContainingNamespace);
        AppendType(name, holder);

        var exact = name.ToString();
        for (var index = 0; index < name.Length; index++)
        {
            if (!IsPlain(name[index]))
            {
                name[index] = '_';
            }
        }

        if (name.Length > MaximumLength)
        {
            name.Length = MaximumLength;
        }

        return name.ToString() == exact ? exact + Extension : Distinguish(name.ToString(), exact);
    }

    /// <summary>Those names that differ from another one in case only.</summary>
    public static EquatableArray<string> FindClashes(ImmutableArray<string> names, CancellationToken cancellationToken) =>
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()).SelectMany(group => group).ToEquatableArray();

    /// <summary>A hint name of its own for a holder whose name differs from another's in case only: the compiler compares hint names without case.</summary>
    public static string Distinguish(string hintName) =>
        Distinguish(hintName.Substring(0, hintName.Length - Extension.Length), hintName);

    private static string Distinguish(string name, string exact) => $"{name}-{StableHash(exact):x8}{Extension}";

    private static void AppendNamespace(StringBuilder name, INamespaceSymbol @namespace)
    {
        if (!@namespace.IsGlobalNamespace)
        {
            AppendNamespace(name, @namespace.ContainingNamespace);
            name.Append(@namespace.Name).Append('.');
        }
    }

    private static void AppendType(StringBuilder name, INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            AppendType(name, outer);
            name.Append('.');
        }

        name.Append(type.Name);
        if (type.Arity > 0)
        {
            name.Append('-').Append(type.Arity);
        }
    }

    private static bool IsPlain(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-';

    /// <summary>FNV-1a: the same in every process, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static uint StableHash(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash;
    }
}

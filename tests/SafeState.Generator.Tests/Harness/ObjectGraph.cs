using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Tests.Harness;

/// <summary>
/// Walks everything that the steps of a pipeline keep. An object of the compiler in there would defeat caching
/// (it never equals that of the next compilation) and keep old compilations in memory.
/// </summary>
internal static class ObjectGraph
{
    private static readonly Type[] Banned =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Compilation), typeof(SemanticModel), typeof(AttributeData)];

    public static void AssertFreeOfTheCompiler(GeneratorRunResult run)
    {
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (name, step) in Incrementality.OwnSteps(run))
        {
            foreach (var (value, _) in step.Outputs)
            {
                Assert.Null(FindBanned(value, name, visited));
            }
        }
    }

    /// <summary>The way to an object of the compiler, or null where there is none.</summary>
    public static string? FindBanned(object? value, string path, HashSet<object> visited)
    {
        if (value is null or string or Type or Pointer || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !visited.Add(value))
        {
            return null;
        }

        if (Banned.Any(type => type.IsInstanceOfType(value)) || value is Location { SourceTree: not null })
        {
            return $"{path} holds a {value.GetType()}";
        }

        var elements = value is IEnumerable sequence ? sequence.Cast<object?>() : [];
        return elements.Select((element, index) => FindBanned(element, $"{path}[{index}]", visited))
            .Concat(Fields(value.GetType()).Select(field => FindBanned(field.GetValue(value), $"{path}.{field.Name}", visited)))
            .FirstOrDefault(found => found is not null);
    }

    private static IEnumerable<FieldInfo> Fields(Type? type)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}

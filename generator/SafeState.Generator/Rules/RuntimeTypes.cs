using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Rules;

/// <summary>Recognises the types of the SafeState library.</summary>
internal static class RuntimeTypes
{
    /// <summary>Whether a type, or a class it derives from, is the library's.</summary>
    public static bool Contains(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.ContainingAssembly?.Name == "SafeState")
            {
                return true;
            }
        }

        return false;
    }
}

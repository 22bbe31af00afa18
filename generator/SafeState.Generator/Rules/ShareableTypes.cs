using Microsoft.CodeAnalysis;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>The types of the base class library whose instances may be shared, as their documentation promises.</summary>
/// <remarks>
/// Left out on purpose: <c>CultureInfo</c>, <c>IPAddress</c>, <c>JsonSerializerOptions</c> (they have setters), <c>ValueTask</c>
/// (may be awaited once), <c>Lazy&lt;T&gt;</c> (may be built unsynchronised), <c>Memory&lt;T&gt;</c> (a window on somebody's array).
/// </remarks>
internal static class ShareableTypes
{
    private static readonly Dictionary<string, string[]> ByNamespace = new(StringComparer.Ordinal)
    {
        ["System"] =
        [
            "Guid", "DateTimeOffset", "TimeSpan", "DateOnly", "TimeOnly", "Half", "Int128", "UInt128", "Index", "Range", "Uri", "Version",
            "Type", "DBNull", "TimeZoneInfo", "Nullable`1",
            "Tuple`1", "Tuple`2", "Tuple`3", "Tuple`4", "Tuple`5", "Tuple`6", "Tuple`7", "Tuple`8",
        ],
        ["System.Collections.Generic"] = ["KeyValuePair`2"],
        ["System.Collections.Concurrent"] =
            ["ConcurrentDictionary`2", "ConcurrentQueue`1", "ConcurrentStack`1", "ConcurrentBag`1", "BlockingCollection`1"],
        ["System.Collections.Frozen"] = ["FrozenDictionary`2", "FrozenSet`1"],
        ["System.Collections.Immutable"] =
        [
            "ImmutableArray`1", "ImmutableList`1", "ImmutableDictionary`2", "ImmutableSortedDictionary`2", "ImmutableHashSet`1",
            "ImmutableSortedSet`1", "ImmutableQueue`1", "ImmutableStack`1",
        ],
        ["System.Net.Http"] = ["HttpMethod"],
        ["System.Numerics"] = ["BigInteger", "Complex"],
        ["System.Reflection"] =
        [
            "Assembly", "Module", "MemberInfo", "TypeInfo", "MethodBase", "MethodInfo", "ConstructorInfo", "PropertyInfo", "FieldInfo",
            "EventInfo", "ParameterInfo",
        ],
        ["System.Text"] = ["Rune", "CompositeFormat"],
        ["System.Text.RegularExpressions"] = ["Regex"],
        ["System.Threading"] =
        [
            "CancellationToken", "CancellationTokenSource", "Lock", "SemaphoreSlim", "Semaphore", "Mutex", "ManualResetEvent",
            "ManualResetEventSlim", "AutoResetEvent", "EventWaitHandle", "CountdownEvent", "Barrier", "ReaderWriterLockSlim", "Timer",
            "ThreadLocal`1", "AsyncLocal`1",
        ],
        ["System.Threading.Channels"] = ["Channel`1", "Channel`2", "ChannelReader`1", "ChannelWriter`1"],
        ["System.Threading.Tasks"] = ["Task", "Task`1", "TaskCompletionSource", "TaskCompletionSource`1"],
    };

    private static readonly Dictionary<string, string> NamespaceOf =
        ByNamespace.SelectMany(group => group.Value.Select(name => (Name: name, Namespace: group.Key))).ToDictionary(type => type.Name, type => type.Namespace);

    /// <summary>Whether the type, apart from its type arguments, is one of the library's shareable types.</summary>
    public static bool Contains(INamedTypeSymbol type) => type.SpecialType switch
    {
        >= SpecialType.System_Boolean and <= SpecialType.System_String => true,
        SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_DateTime => true,
        _ => type.ContainingType is null
            && NamespaceOf.TryGetValue(type.MetadataName, out var containing)
            && type.ContainingNamespace.Is(containing)
            && !IsDeclaredInSource(type),
    };

    /// <summary>Whether a class adds no mutable state to what derives from it.</summary>
    public static bool IsStatelessBase(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object
        || (type is { Name: "EventArgs" or "Attribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            && !IsDeclaredInSource(type));

    /// <summary>Whether a class of the runtime library, or one generated upon it in another assembly, is meant: facades, snapshots, images.</summary>
    public static bool IsRuntimeType(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || IsDeclaredInSource(type))
        {
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.ContainingAssembly?.Name == "SafeState")
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsDeclaredInSource(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Length > 0;
}

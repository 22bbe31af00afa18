using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Rules;

/// <summary>Every diagnostic the generator reports. Each has a page <c>docs/rules/SAFEnnn.md</c>.</summary>
/// <remarks>
/// The rules guard soundness, so nobody may switch them off: <c>NotConfigurable</c> is deaf to <c>NoWarn</c>, rule sets and
/// <c>.editorconfig</c>; <c>Compiler</c> is deaf to <c>SuppressMessage</c>; <see cref="Model.LocationInfo"/> does the same
/// for <c>#pragma</c>.
/// </remarks>
internal static class Descriptors
{
    public const string Category = "SafeState";

    /// <summary>0 field, 1 holder, 2 way out.</summary>
    public static readonly DiagnosticDescriptor DirectAccess = Error(
        "SAFE001",
        "Shared state is touched outside generated code",
        "'{0}' is shared state of '{1}', which only generated code may touch: {2}");

    /// <summary>0 what is used, 1 what it would do or is, 2 way out. The same rule, for ways past the holder that name no state field.</summary>
    public static readonly DiagnosticDescriptor BehindTheBack = Error(
        "SAFE001",
        "Shared state is touched outside generated code",
        "'{0}' {1}: {2}");

    /// <summary>0 member, 1 holder, 2 what it is instead of a private field, 3 way out.</summary>
    public static readonly DiagnosticDescriptor StateNotPrivate = Error(
        "SAFE002",
        "Shared state is not a private field",
        "'{0}' is shared state of '{1}' but {2}, so code that takes no lock can reach it: {3}");

    /// <summary>0 field, 1 holder, 2 what it is given, 3 way out.</summary>
    public static readonly DiagnosticDescriptor ForeignCollection = Error(
        "SAFE003",
        "Shared state is given a collection that somebody else may hold",
        "'{0}' of '{1}' is given {2}: {3}");

    /// <summary>0 holder, 1 what is wrong, 2 way out.</summary>
    public static readonly DiagnosticDescriptor HolderShape = Error(
        "SAFE004",
        "The type cannot be a holder of shared state",
        "'{0}' cannot be a holder of shared state, because {1}: {2}");

    /// <summary>0 node, 1 what is wrong, 2 way out. The same rule, for the objects inside holders.</summary>
    public static readonly DiagnosticDescriptor NodeShape = Error(
        "SAFE004",
        "The type cannot be a node of shared state",
        "'{0}' cannot be a node of shared state, because {1}: {2}");

    /// <summary>0 field, 1 holder, 2 type, 3 what is wrong with it, 4 way out.</summary>
    public static readonly DiagnosticDescriptor UnsupportedState = Error(
        "SAFE005",
        "The type of a state field is not supported",
        "'{0}' of '{1}' has the type '{2}', {3}: {4}");

    /// <summary>0 field, 1 holder, 2 role and type, 3 reason, 4 ways out.</summary>
    public static readonly DiagnosticDescriptor NotShareable = Error(
        "SAFE006",
        "A value of shared state cannot be shared safely",
        "'{0}' of '{1}' would hand out its {2} by reference, which is not safe because {3}: {4}");

    /// <summary>0 generated name, 1 holder, 2 what it collides with, 3 way out.</summary>
    public static readonly DiagnosticDescriptor NameCollision = Error(
        "SAFE007",
        "A generated name collides with a member",
        "The name '{0}', which is generated for '{1}', {2}: {3}");

    /// <summary>0 holder, 1 what is missing, 2 way out.</summary>
    public static readonly DiagnosticDescriptor PlatformFloor = Error(
        "SAFE008",
        "SafeState needs C# 12 and .NET 8",
        "'{0}' cannot be a holder of shared state, because {1}: {2}");

    /// <summary>0 member, 1 holder, 2 way out.</summary>
    public static readonly DiagnosticDescriptor StaticState = Error(
        "SAFE009",
        "A holder of instances has mutable static state",
        "'{0}' is static and mutable, but '{1}' guards the state of one instance at a time, so nothing guards it: {2}");

    /// <summary>0 attribute, 1 member or type, 2 why, 3 way out.</summary>
    public static readonly DiagnosticDescriptor MeaninglessAttribute = Error(
        "SAFE010",
        "An attribute that means nothing here",
        "'[{0}]' on '{1}' means nothing, because {2}: {3}");

    /// <summary>0 the scope expression or name, 1 what is wrong ("is not held by a 'using' local"), 2 way out.</summary>
    public static readonly DiagnosticDescriptor StrayScope = Error(
        "SAFE011",
        "A scope is not held by one using local",
        "'{0}' {1}: {2}");

    /// <summary>0 member, 1 holder, 2 the local that holds the scope, 3 way out.</summary>
    public static readonly DiagnosticDescriptor ReentrantUse = Error(
        "SAFE012",
        "A holder is locked again inside its own scope",
        "'{0}' locks '{1}', which the scope '{2}' around it has locked already, and would throw: {3}");

    /// <summary>0 holder, 1 exception.</summary>
    public static readonly DiagnosticDescriptor GeneratorFailed = Error(
        "SAFE099",
        "The generator failed",
        "Nothing could be generated for '{0}', which is a defect in SafeState worth reporting: {1}");

    /// <summary>All of the above, in the order of their ids.</summary>
    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        DirectAccess, StateNotPrivate, ForeignCollection, HolderShape, UnsupportedState, NotShareable, NameCollision,
        PlatformFloor, StaticState, MeaninglessAttribute, StrayScope, ReentrantUse, GeneratorFailed,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id,
        title,
        message,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: $"https://github.com/safestate/safestate/blob/main/docs/rules/{id}.md",
        customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler]);
}

namespace SafeState.Generator.Emission;

/// <summary>The attributes of generated code.</summary>
/// <remarks>
/// Tools that judge source know it by the file. What judges assemblies wants to be told: of members with code in the user's own class, and of
/// types, that they were generated; of types with code that it needs no tests. An attribute holds for what is nested in a type, fields have no code,
/// and what is not public is hidden from nobody by asking editors.
/// </remarks>
internal static class Attributes
{
    /// <summary>For public members that only generated code is to use.</summary>
    public const string Hidden = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    public const string Uncovered = "[global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]";

    public const string Unscoped = "[global::System.Diagnostics.CodeAnalysis.UnscopedRef]";

    public static readonly string Generated =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"SafeState.Generator\", \"{typeof(Attributes).Assembly.GetName().Version.ToString(3)}\")]";
}

namespace SafeState.Generator.Emission;

/// <summary>The attributes of generated code.</summary>
internal static class Attributes
{
    public const string Hidden = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    public const string Uncovered = "[global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]";

    public const string Unscoped = "[global::System.Diagnostics.CodeAnalysis.UnscopedRef]";

    public static readonly string Generated =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"SafeState.Generator\", \"{typeof(Attributes).Assembly.GetName().Version.ToString(3)}\")]";
}

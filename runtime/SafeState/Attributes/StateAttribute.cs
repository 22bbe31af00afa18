namespace SafeState;

/// <summary>Tunes one state field of a holder; also makes a field state that would not be (a <c>readonly</c> scalar gains nothing by it: SAFE010).</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class StateAttribute : Attribute
{
    /// <summary>The name of the generated property; by default the field's name without its prefix, in PascalCase.</summary>
    public string? Name { get; set; }

    /// <summary>What the generated property offers.</summary>
    public Access Access { get; set; } = Access.ReadWrite;

    /// <summary>How keys, values and elements leave the lock.</summary>
    public ValueSharing Values { get; set; } = ValueSharing.Checked;
}

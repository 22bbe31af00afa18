namespace SafeState;

/// <summary>Says that a field of a holder is not shared state: nothing is generated for it and nothing guards it.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class NotStateAttribute : Attribute;

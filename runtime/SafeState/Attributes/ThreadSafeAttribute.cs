namespace SafeState;

/// <summary>Says that instances of a type may be used from many threads at once, so that a holder may hand them out by reference.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class ThreadSafeAttribute : Attribute;

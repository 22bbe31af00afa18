using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>Lets interpolated strings be written piece by piece in netstandard2.0, which lacks the types the compiler looks for.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;

/// <inheritdoc cref="InterpolatedStringHandlerAttribute"/>
[AttributeUsage(AttributeTargets.Parameter)]
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class InterpolatedStringHandlerArgumentAttribute(string argument) : Attribute
{
    public string[] Arguments { get; } = [argument];
}

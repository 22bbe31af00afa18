using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Parsing;

/// <summary>Reads named arguments of attributes.</summary>
internal static class AttributeArguments
{
    /// <summary>The named argument, or null when the attribute or the argument is absent.</summary>
    public static TypedConstant? Argument(this AttributeData? attribute, string name)
    {
        if (attribute is not null)
        {
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Key == name)
                {
                    return argument.Value;
                }
            }
        }

        return null;
    }

    /// <summary>The named argument as the model's enum of the same values, or <paramref name="fallback"/> when it is absent or undefined.</summary>
    public static TEnum EnumArgument<TEnum>(this AttributeData? attribute, string name, TEnum fallback)
        where TEnum : struct, Enum =>
        attribute.Argument(name)?.Value is int value && Enum.IsDefined(typeof(TEnum), value) ? (TEnum)Enum.ToObject(typeof(TEnum), value) : fallback;
}

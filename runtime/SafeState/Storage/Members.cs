using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>What collections of collections have in common: their elements come in and go out together.</summary>
internal static class Members
{
    /// <summary>Puts all of <paramref name="fields"/> inside <paramref name="parent"/>.</summary>
    public static void AttachAll<TShared>(IEnumerable<StateField<TShared>> fields, StateField parent)
        where TShared : class
    {
        foreach (var field in fields)
        {
            field.Attach(parent);
        }
    }

    public static void ReleaseAll<TShared>(IEnumerable<StateField<TShared>> fields)
        where TShared : class
    {
        foreach (var field in fields)
        {
            field.Release();
        }
    }

    public static void DiscardAll<TShared>(IEnumerable<StateField<TShared>> fields)
        where TShared : class
    {
        foreach (var field in fields)
        {
            field.Discard();
        }
    }

    /// <summary>Adopts all of <paramref name="values"/>, or none.</summary>
    public static List<StateField<TShared>> AdoptAll<TValue, TShared>(IEnumerable<TValue> values, Func<TValue, StateField<TShared>> adopt)
        where TShared : class
    {
        ArgumentNullException.ThrowIfNull(values);
        var adopted = new List<StateField<TShared>>();
        try
        {
            foreach (var value in values)
            {
                adopted.Add(adopt(value));
            }
        }
        catch
        {
            DiscardAll(adopted);
            throw;
        }

        return adopted;
    }
}

namespace SafeState.Tests.Nested;

/// <summary>What the models of nested maps do with the value of a key.</summary>
internal static class NestedModels
{
    public static TValue Touched<TValue>(this IDictionary<string, TValue> model, string key)
        where TValue : new()
    {
        if (!model.ContainsKey(key))
        {
            model.Add(key, new TValue());
        }

        return model[key];
    }

    /// <summary>Removes a key of whose value nothing is left.</summary>
    /// <returns>Always true.</returns>
    public static bool Left<TValue>(this IDictionary<string, TValue> model, string key, int count)
    {
        if (count == 0)
        {
            model.Remove(key);
        }

        return true;
    }
}

using System.Diagnostics.CodeAnalysis;

namespace SafeState.Facades.Factories;

/// <summary>A factory that runs, with the place for its value.</summary>
internal sealed class PendingFactory<TValue>(string field) : PendingFactory(field)
{
    private TValue? _value;
    private bool _hasValue;

    /// <summary>Waits for the value.</summary>
    /// <returns>Whether there is one. If not, the factory threw or was not needed, and the caller has to look again.</returns>
    public bool TryWait([MaybeNullWhen(false)] out TValue value)
    {
        Wait();
        value = _value;
        return _hasValue;
    }

    public void Complete(TValue value)
    {
        _value = value;
        _hasValue = true;
        End();
    }

    public void Fail() => End();
}

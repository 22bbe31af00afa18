using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>What the emission has to know about a strategy.</summary>
/// <param name="Gate">The runtime's gate.</param>
/// <param name="PublishesImages">Whether read scopes look at a published image instead of the state itself.</param>
/// <param name="CanFreeze">Whether the holder has <c>Freeze()</c> and <c>IsFrozen</c>.</param>
internal sealed record StrategyTraits(string Gate, bool PublishesImages = false, bool CanFreeze = false);

/// <summary>The table of strategies: a further one is a line here, a member of the enum in the model and in the runtime, and a gate.</summary>
internal static class Strategies
{
    public static StrategyTraits Traits(this Strategy strategy) => strategy switch
    {
        Strategy.ReaderWriterLock => new("global::SafeState.Gates.ReaderWriterLockGate"),
        Strategy.Mutex => new("global::SafeState.Gates.MutexGate"),
        Strategy.CopyOnWrite => new("global::SafeState.Gates.CopyOnWriteGate", PublishesImages: true),
        Strategy.FreezeOnce => new("global::SafeState.Gates.FreezeOnceGate", CanFreeze: true),
        Strategy.Striped => new("global::SafeState.Gates.StripedGate"),
        _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, message: null),
    };
}

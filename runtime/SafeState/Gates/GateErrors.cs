namespace SafeState.Gates;

/// <summary>The exceptions of the gates, each naming the holder and the way out.</summary>
internal static class GateErrors
{
    public static LockRecursionException Recursion(string holder) => new(
        $"This thread is already inside '{holder}': it has a scope open, iterates over Locked(), or runs a delegate under the holder's lock. "
        + "Use the scope's own members instead of the holder's, let a delegate use only what it is given, or leave first.");

    /// <summary>Whether an exception is one of <see cref="Recursion"/> about such a holder.</summary>
    public static bool IsRecursion(LockRecursionException exception, string holder) => exception.Message == Recursion(holder).Message;

    public static LockRecursionException UsedByDelegate(string holder, string operation, Exception cause) => new(
        $"The delegate that was given to '{operation}' uses '{holder}', whose lock is held while the delegate runs. "
        + $"Let it use only what it is given; read what else it needs before the call, or write a scope instead of '{operation}'.",
        cause);

    public static LockRecursionException NeedsItself(string holder) => new(
        $"'{holder}' is used while it begins. When it is used first it takes in what its fields were given, and asks the keys and comparers in them: "
        + "these, or holders that they use, need it themselves. Let keys and comparers do without holders.");

    public static SynchronizationLockException Mismatch(string holder) => new(
        $"A scope of '{holder}' was left that is not open any more. Hold each scope with one 'using' and do not copy or dispose it.");

    public static InvalidOperationException Frozen(string holder) => new(
        $"'{holder}' is frozen: it can be read, but not changed any more. Make all changes before Freeze(), or choose Strategy.CopyOnWrite.");

    public static NotSupportedException CannotFreeze(string holder) => new(
        $"'{holder}' cannot be frozen: its strategy is not FreezeOnce.");
}

namespace SafeState.Gates;

/// <summary>The exceptions of the gates, each naming the holder and the way out.</summary>
internal static class GateErrors
{
    public static LockRecursionException Recursion(string holder, Exception? cause = null) => new(
        $"This thread is already inside '{holder}': it runs a delegate that was given to Update, AddOrUpdate or RemoveWhere, has a scope open, or iterates over Locked(). "
        + "A delegate should use nothing but what it is given; in a scope use the scope's own members instead of the holder's; or do it before or after.",
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

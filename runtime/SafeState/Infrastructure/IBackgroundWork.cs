namespace SafeState.Infrastructure;

/// <summary>Work that nobody waits for, and nobody misses if there is no memory for it. By a thread of the pool; it must not run anybody's code.</summary>
internal interface IBackgroundWork
{
    void Do();
}

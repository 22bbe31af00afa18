#if !NET10_0_OR_GREATER
using System.Runtime.Intrinsics.X86;
#endif

namespace SafeState.Gates.Striped;

/// <summary>Barriers for one kind of access only. They cost nothing on x86, which keeps loads in order, and stores.</summary>
internal static class Fences
{
    /// <summary>What was loaded before is not loaded after what follows.</summary>
    public static void KeepLoadsInOrder()
    {
#if NET10_0_OR_GREATER
        Volatile.ReadBarrier();
#else
        if (!X86Base.IsSupported)
        {
            Interlocked.MemoryBarrier();
        }
#endif
    }

    /// <summary>What was stored before is seen by whoever sees what is stored from here on.</summary>
    public static void KeepStoresInOrder()
    {
#if NET10_0_OR_GREATER
        Volatile.WriteBarrier();
#else
        if (!X86Base.IsSupported)
        {
            Interlocked.MemoryBarrier();
        }
#endif
    }
}

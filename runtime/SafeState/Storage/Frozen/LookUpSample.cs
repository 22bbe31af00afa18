using System.Runtime.CompilerServices;

namespace SafeState.Storage.Frozen;

/// <summary>Which look-ups are counted: one of many, so that threads that read do not write to one place.</summary>
internal static class LookUpSample
{
    /// <summary>For how many look-ups one stands.</summary>
    public const int Size = 64;

    private const int CountersInBits = 6;
    private const int CountersPerCacheLine = 64 / sizeof(uint);

    // Much less than a stack has.
    private const int FrameInBits = 16;

    private static readonly uint[] Counts = new uint[CountersPerCacheLine << CountersInBits];

    /// <summary>Whether the look-up stands for some.</summary>
    /// <remarks>
    /// A thread counts in a place that the address of its stack chooses, which is at hand where a thread's own variable is a call away on some systems.
    /// Two threads that meet in one place lose some of each other's counts, which harms nobody.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNext()
    {
        byte local = 0;
        var stack = (uint)(Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref local) >> FrameInBits);

        // Stacks are often a power of two apart: the golden ratio spreads them.
        var counter = stack * 2_654_435_769 >> (32 - CountersInBits);
        return ++Counts[counter * CountersPerCacheLine] % Size == 0;
    }
}

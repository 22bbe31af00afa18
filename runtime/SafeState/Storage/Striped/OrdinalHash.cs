using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SafeState.Storage.Striped;

/// <summary>A hash of strings that are compared by their characters, quicker than <see cref="string.GetHashCode()"/>.</summary>
/// <remarks>
/// Sixteen bytes at a time are mixed with secrets and multiplied, and the halves of the product folded into one, as in wyhash
/// (Wang Yi, https://github.com/wangyi-fudan/wyhash). The secrets are drawn anew by each process and never leave it: keys that
/// meet in one chain cannot be made up beforehand, which is what the platform's own hash is slower for.
/// </remarks>
internal static class OrdinalHash
{
    private static readonly ulong FirstSecret = Draw();
    private static readonly ulong SecondSecret = Draw();

    public static int Of(string text)
    {
        ref var position = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text.AsSpan()));
        var length = text.Length * sizeof(char);
        var state = FirstSecret ^ (ulong)length;
        for (; length > 16; length -= 16)
        {
            state = Fold(state ^ Read8(ref position, 0), SecondSecret ^ Read8(ref position, 8));
            position = ref Unsafe.Add(ref position, 16);
        }

        // The two ends of what is left; they overlap, unless it is long enough.
        ulong left = 0;
        ulong right = 0;
        if (length >= 8)
        {
            left = Read8(ref position, 0);
            right = Read8(ref position, length - 8);
        }
        else if (length >= 4)
        {
            left = Unsafe.ReadUnaligned<uint>(ref position);
            right = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref position, length - 4));
        }
        else if (length >= 2)
        {
            left = Unsafe.ReadUnaligned<ushort>(ref position);
        }

        var hash = Fold(state ^ left, SecondSecret ^ right);
        return (int)(hash ^ (hash >> 32));
    }

    private static ulong Read8(ref byte position, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref position, offset));

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }

    private static ulong Draw() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}

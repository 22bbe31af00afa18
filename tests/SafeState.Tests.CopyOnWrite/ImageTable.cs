using System.Reflection;
using SafeState.Tests.Support;

namespace SafeState.Tests;

/// <summary>The table that a map's image gets when it is looked up in often. Nothing that users see tells whether it is there, except time.</summary>
internal static class ImageTable
{
    /// <summary>Whether look-ups in a map go to a table.</summary>
    public static bool IsUsedBy(object map) =>
        map.GetType().GetProperty("OfferedTable", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(map) is not null;

    /// <summary>Looks up until a map has its table.</summary>
    public static void Earn(object map, Action lookUp) =>
        Assert.True(SpinWait.SpinUntil(() => IsUsedBy(map) || !DoOften(lookUp), Running.Patience), "The map got no table.");

    /// <summary>How often an image asks for its table while it is looked up in, should none come.</summary>
    public static int Requests(object image, int lookUps)
    {
        const int AtOnce = 10;
        var asks = image.GetType().GetMethod("EarnsTable", BindingFlags.Instance | BindingFlags.NonPublic)!;
        return Enumerable.Range(0, lookUps / AtOnce).Count(_ => (bool)asks.Invoke(image, [AtOnce])!);
    }

    /// <summary>Looks up so often that any small map would get a table.</summary>
    /// <returns>True.</returns>
    public static bool DoOften(Action lookUp)
    {
        for (var time = 0; time < 10_000; time++)
        {
            lookUp();
        }

        return true;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SafeState.Benchmarks;

/// <summary>Options whose values are numbers; a wrong one is said to be wrong, by name.</summary>
internal static class Options
{
    private const double ShortestSeconds = 0.001;
    private const double LongestSeconds = 3600;

    public static Option<int> Number(string name, string description, int value, int atLeast = 1) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => value,
        CustomParser = result => Parse(name, result, result.Tokens[0].Value, atLeast),
    };

    public static Option<int[]> Numbers(string name, string description) => new(name)
    {
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => [.. result.Tokens.Select(token => Parse(name, result, token.Value, atLeast: 1))],
    };

    public static Option<double> Seconds(string name, string description, double value) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => value,
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= ShortestSeconds and <= LongestSeconds)
            {
                return seconds;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be a number between {ShortestSeconds} and {LongestSeconds}, such as 0.5; not '{result.Tokens[0].Value}'."));
            return default;
        },
    };

    private static int Parse(string name, ArgumentResult result, string text, int atLeast)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= atLeast)
        {
            return number;
        }

        result.AddError($"{name} must be a whole number of at least {atLeast}; not '{text}'.");
        return atLeast;
    }
}

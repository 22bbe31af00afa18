using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Models;

/// <summary>One operation on a holder, and the same one on a plain collection that says what has to come out.</summary>
/// <param name="Name">What it is, for messages.</param>
/// <param name="Act">Does it to the holder and returns what is to be compared.</param>
/// <param name="Expect">Does it to the model.</param>
public sealed record Operation<TModel>(string Name, Func<Board, Step, object?> Act, Func<TModel, Step, Outcome> Expect)
{
    /// <summary>An operation that never changes anything.</summary>
    public static Operation<TModel> Read(string name, Func<Board, Step, object?> act, Func<TModel, Step, object?> expect) =>
        new(name, act, (model, step) => new Outcome(expect(model, step), IsChange: false));

    /// <summary>An operation that changes something unless it throws.</summary>
    public static Operation<TModel> Write(string name, Func<Board, Step, object?> act, Func<TModel, Step, object?> expect) =>
        new(name, act, (model, step) => new Outcome(expect(model, step), IsChange: true));

    /// <summary>An operation whose result says whether, or how much, it changed.</summary>
    public static Operation<TModel> Try(string name, Func<Board, Step, object?> act, Func<TModel, Step, object?> expect) =>
        new(name, act, (model, step) =>
        {
            var result = expect(model, step);
            return new Outcome(result, result is true or > 0);
        });
}

/// <summary>What an operation returns, and whether it changes something.</summary>
public readonly record struct Outcome(object? Result, bool IsChange);

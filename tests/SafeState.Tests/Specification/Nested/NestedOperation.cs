using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Nested;

/// <summary>An operation on a field of a holder, and the same one on plain collections, nested in the same way.</summary>
/// <param name="Name">What it is, for messages.</param>
/// <param name="Act">Does it to the holder and returns what is to be compared.</param>
/// <param name="Expect">Does it to the model.</param>
public sealed record NestedOperation<TModel>(string Name, Func<Library, Step, object?> Act, Func<TModel, Step, object?> Expect);

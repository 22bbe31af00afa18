namespace SafeState.Tests.Holders;

/// <summary>A value that guards itself and brings its own copy.</summary>
[ThreadSafe]
public sealed class Book : IDeepCopyable<Book>
{
    public volatile string Title = "";

    public Book DeepCopy() => new() { Title = Title };
}

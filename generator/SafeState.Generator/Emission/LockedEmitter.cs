using SafeState.Generator.Model;

namespace SafeState.Generator.Emission;

/// <summary>Writes <c>Locked()</c> for a collection of collections: its entries are views, which only generated code can name.</summary>
internal static class LockedEmitter
{
    public static void Emit(CodeWriter writer, StateModel state, CollectionValue collection)
    {
        var reader = ViewNames.OfField(state, ViewRole.Reader);
        var facade = state.FacadeType();
        var item = collection.Key is null ? ViewNames.Of(collection.Element, reader, level: 2, ViewRole.Reader) : $"{reader}.Entry";
        writer.Member($$"""
            /// <summary>
            /// The {{ViewEmitter.Items(collection)}} for one <c>foreach</c> under the read lock, without a copy. The lock is taken when the loop begins and released when
            /// it ends; using the holder's own members inside the loop throws <see cref="global::System.Threading.LockRecursionException"/>.
            /// </summary>
            /// <param name="lifetime">Left out: by it the compiler knows that what the loop sees must not outlive the loop.</param>
            public LockedView Locked(in byte lifetime = 0) => new(this);

            /// <summary>The {{collection.Kind.Traits().Noun}} to be enumerated under the read lock. Write it directly into a <c>foreach</c>.</summary>
            public readonly ref struct LockedView
            {
                private readonly {{facade}} __safeFacade;

                internal LockedView({{facade}} facade) => __safeFacade = facade;

                /// <summary>Takes the read lock; the enumerator's <c>Dispose</c>, which <c>foreach</c> calls, releases it.</summary>
                /// <exception cref="global::System.Threading.LockRecursionException">This thread is inside the holder.</exception>
                public Enumerator GetEnumerator() => new(__safeFacade);

                /// <summary>Enumerates under the read lock.</summary>
                public ref struct Enumerator
                {
                    private readonly global::SafeState.Infrastructure.ReadTicket __safeTicket;
                    private {{facade}}? __safeFacade;
                    private {{reader}}.Enumerator __safeItems;

                    internal Enumerator({{facade}} facade)
                    {
                        __safeTicket = facade.__SafeEnterRead();
                        __safeFacade = facade;
                        __safeItems = new {{reader}}(facade.__SafeRead(__safeTicket)).GetEnumerator();
                    }

                    /// <summary>What the enumerator is at, to read until the loop goes on.</summary>
                    {{Attributes.Unscoped}}
                    public {{item}} Current => __safeItems.Current;

                    /// <summary>Goes on.</summary>
                    /// <returns>Whether there was more.</returns>
                    public bool MoveNext() => __safeItems.MoveNext();

                    /// <summary>Releases the read lock. Calling it again does nothing.</summary>
                    public void Dispose()
                    {
                        var facade = __safeFacade;
                        __safeFacade = null;
                        facade?.__SafeExitRead(__safeTicket);
                    }
                }
            }
            """);
    }
}

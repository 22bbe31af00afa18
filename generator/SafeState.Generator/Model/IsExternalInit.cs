using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>Lets records compile for netstandard2.0, which lacks the type the compiler looks for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit;

using System.Diagnostics.CodeAnalysis;

[assembly: SuppressMessage("SafeState", "SAFE001")]
[module: SuppressMessage("SafeState", "SAFE001")]

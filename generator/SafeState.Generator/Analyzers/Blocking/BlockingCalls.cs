using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Analyzers.Blocking;

/// <summary>Recognises what keeps a thread waiting: for a task, a signal, another thread, a file, the network, a database, a person.</summary>
internal static class BlockingCalls
{
    private static readonly Dictionary<string, string[]> Members = new(StringComparer.Ordinal)
    {
        ["System.Threading.Tasks.Task"] = ["Wait", "WaitAll", "WaitAny", "Result", "RunSynchronously"],
        ["System.Threading.Tasks.ValueTask"] = ["Result"],
        ["System.Runtime.CompilerServices.TaskAwaiter"] = ["GetResult"],
        ["System.Runtime.CompilerServices.ValueTaskAwaiter"] = ["GetResult"],
        ["System.Runtime.CompilerServices.ConfiguredTaskAwaitable.ConfiguredTaskAwaiter"] = ["GetResult"],
        ["System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter"] = ["GetResult"],
        ["System.Threading.Tasks.Parallel"] = ["For", "ForEach", "Invoke"],
        ["System.Threading.Thread"] = ["Sleep", "Join"],
        ["System.Threading.SpinWait"] = ["SpinUntil"],
        ["System.Threading.Monitor"] = ["Wait"],
        ["System.Threading.WaitHandle"] = ["WaitOne", "WaitAll", "WaitAny", "SignalAndWait"],
        ["System.Threading.ManualResetEventSlim"] = ["Wait"],
        ["System.Threading.SemaphoreSlim"] = ["Wait"],
        ["System.Threading.CountdownEvent"] = ["Wait"],
        ["System.Threading.Barrier"] = ["SignalAndWait"],
        ["System.Collections.Concurrent.BlockingCollection"] = ["Add", "Take", "GetConsumingEnumerable"],
        ["System.Diagnostics.Process"] = ["WaitForExit", "WaitForInputIdle"],
        ["System.Console"] = ["Read", "ReadKey", "ReadLine"],
        ["System.IO.File"] =
        [
            "AppendAllBytes", "AppendAllLines", "AppendAllText", "AppendText", "Copy", "Create", "CreateText", "Delete", "Move", "Open", "OpenRead", "OpenText", "OpenWrite",
            "ReadAllBytes", "ReadAllLines", "ReadAllText", "ReadLines", "Replace", "WriteAllBytes", "WriteAllLines", "WriteAllText",
        ],
        ["System.IO.Directory"] = ["CreateDirectory", "Delete", "EnumerateFiles", "EnumerateDirectories", "GetFiles", "GetDirectories", "GetFileSystemEntries", "Move"],
        ["System.IO.FileStream"] = ["Read", "ReadByte", "ReadExactly", "ReadAtLeast", "Write", "WriteByte", "Flush", "CopyTo"],
        ["System.IO.StreamReader"] = ["Read", "ReadBlock", "ReadLine", "ReadToEnd"],
        ["System.IO.StreamWriter"] = ["Write", "WriteLine", "Flush"],
        ["System.IO.RandomAccess"] = ["Read", "Write"],
        ["System.Net.Http.HttpClient"] = ["Send"],
        ["System.Net.Http.HttpMessageInvoker"] = ["Send"],
        ["System.Net.WebRequest"] = ["GetResponse", "GetRequestStream"],
        ["System.Net.WebClient"] = ["DownloadData", "DownloadFile", "DownloadString", "OpenRead", "UploadData", "UploadFile", "UploadString"],
        ["System.Net.Dns"] = ["GetHostEntry", "GetHostAddresses"],
        ["System.Net.Sockets.Socket"] = ["Accept", "Connect", "Receive", "Send", "SendFile"],
        ["System.Net.Sockets.TcpClient"] = ["Connect"],
        ["System.Net.Sockets.TcpListener"] = ["AcceptTcpClient", "AcceptSocket"],
        ["System.Net.Sockets.NetworkStream"] = ["Read", "ReadByte", "ReadExactly", "Write", "WriteByte"],
        ["System.Net.NetworkInformation.Ping"] = ["Send"],
        ["System.Data.Common.DbConnection"] = ["Open"],
        ["System.Data.Common.DbCommand"] = ["ExecuteNonQuery", "ExecuteReader", "ExecuteScalar"],
        ["System.Data.IDbConnection"] = ["Open"],
        ["System.Data.IDbCommand"] = ["ExecuteNonQuery", "ExecuteReader", "ExecuteScalar"],
    };

    // Most calls are none of these, and their names show it.
    private static readonly HashSet<string> Names = [.. Members.Values.SelectMany(names => names)];

    /// <summary>Whether an operation is a call, or the reading of a property, that may keep the thread waiting.</summary>
    public static bool Contains(IOperation operation) => operation switch
    {
        IInvocationOperation call => Names.Contains(call.TargetMethod.Name) && IsListed(call.TargetMethod, call.Instance?.Type) && !WaitsForNoTime(call),
        IPropertyReferenceOperation { Property: { Name: "Result" } property } => IsListed(property, receiver: null),
        _ => false,
    };

    private static bool IsListed(ISymbol member, ITypeSymbol? receiver)
    {
        for (var type = receiver ?? member.ContainingType; type is not null; type = type.BaseType)
        {
            if (IsListed(type, member.Name))
            {
                return true;
            }
        }

        return member.ContainingType is { TypeKind: TypeKind.Interface } declaring && IsListed(declaring, member.Name);
    }

    private static bool IsListed(ITypeSymbol type, string member) =>
        type.ContainingNamespace is { } container
        && container.ContainingNamespace is not null
        && IsOfSystem(container)
        && Members.TryGetValue(FullName(type), out var names)
        && names.Contains(member);

    private static string FullName(ITypeSymbol type) =>
        type.ContainingType is { } outer ? $"{FullName(outer)}.{type.Name}" : $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}";

    private static bool IsOfSystem(INamespaceSymbol container)
    {
        while (container.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            container = outer;
        }

        return container.Name == "System";
    }

    /// <summary><c>Wait(0)</c> and its like only ask.</summary>
    private static bool WaitsForNoTime(IInvocationOperation call) =>
        call.TargetMethod.Name is "Wait" or "WaitOne" or "Join" or "WaitForExit" or "Sleep"
        && call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: 0 }
            || argument.Value is IFieldReferenceOperation { Field: { Name: "Zero", ContainingType: { Name: "TimeSpan" } span } } && span.ContainingNamespace.Is("System"));
}

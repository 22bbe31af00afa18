using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Analyzers.Unguarded;

/// <summary>The code of a type that threads of its own run: lambdas and methods given to tasks, threads, timers and the like.</summary>
internal sealed class Threads
{
    private static readonly HashSet<string> Starters =
    [
        "Run", "StartNew", "ContinueWith", "QueueUserWorkItem", "UnsafeQueueUserWorkItem", "RegisterWaitForSingleObject", "Thread", "Timer", "For", "ForEach", "ForAsync", "ForEachAsync", "Invoke", "ForAll",
        "Elapsed", "ExecuteAsync", "Changed", "Created", "Deleted", "Renamed", "OutputDataReceived", "ErrorDataReceived", "CancelKeyPress",
    ];

    private readonly HashSet<SyntaxNode> _functions = [];

    public Threads(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var name in type.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => Starters.Contains(name.Identifier.ValueText)))
        {
            foreach (var started in StartedBy(name, model, cancellationToken))
            {
                AddFunction(started, type);
            }
        }

        foreach (var method in type.Members.OfType<MethodDeclarationSyntax>().Where(method => method.Identifier.ValueText == "ExecuteAsync" && method.Modifiers.Any(SyntaxKind.OverrideKeyword)))
        {
            _functions.Add(method);
        }

        Spread(type);
    }

    /// <summary>Whether the text of a type gives reason to look closer: a lock, or a name that may start a thread.</summary>
    public static bool MayAppearIn(TypeDeclarationSyntax type) => type.DescendantTokens().Any(token =>
        token.IsKind(SyntaxKind.LockKeyword) || (token.IsKind(SyntaxKind.IdentifierToken) && Starters.Contains(token.ValueText)));

    public bool Run(SyntaxNode node) => node.Ancestors().Any(_functions.Contains);

    private static IEnumerable<ExpressionSyntax> StartedBy(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        var whole = name.WithReceiver();
        var arguments = whole.Parent switch
        {
            InvocationExpressionSyntax call when call.Expression == whole => call.ArgumentList,
            ObjectCreationExpressionSyntax creation when creation.Type == whole => creation.ArgumentList,
            _ => null,
        };
        if (arguments is not null)
        {
            return IsStarter(model.GetSymbolInfo(arguments.Parent!, cancellationToken).Symbol) ? arguments.Arguments.Select(argument => argument.Expression) : [];
        }

        return whole.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } subscription
            && subscription.Left == whole
            && model.GetSymbolInfo(name, cancellationToken).Symbol is IEventSymbol { ContainingType: var source }
            && IsOfThreads(source)
                ? [subscription.Right]
                : [];
    }

    private static bool IsStarter(ISymbol? symbol) => symbol is IMethodSymbol && IsOfThreads(symbol.ContainingType);

    private static bool IsOfThreads(INamedTypeSymbol? type) => type is not null && (
        (type.ContainingNamespace.Is("System.Threading") && type.Name is "Thread" or "Timer" or "ThreadPool")
        || (type.ContainingNamespace.Is("System.Threading.Tasks") && type.Name is "Task" or "TaskFactory" or "Parallel")
        || (type.ContainingNamespace.Is("System.Timers") && type.Name == "Timer")
        || (type.ContainingNamespace.Is("System.Linq") && type.Name == "ParallelEnumerable")
        || (type.ContainingNamespace.Is("System.IO") && type.Name == "FileSystemWatcher")
        || (type.ContainingNamespace.Is("System.Diagnostics") && type.Name == "Process")
        || (type.ContainingNamespace.Is("System") && type.Name == "Console"));

    private void AddFunction(ExpressionSyntax started, TypeDeclarationSyntax type)
    {
        switch (started)
        {
            case AnonymousFunctionExpressionSyntax lambda:
                _functions.Add(lambda);
                break;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }:
                AddNamed(((SimpleNameSyntax)started.Core()).Identifier.ValueText, type);
                break;
            case ObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments }:
                AddFunction(arguments[0].Expression, type);
                break;
        }
    }

    private bool AddNamed(string name, TypeDeclarationSyntax type) => type.Members
        .OfType<MethodDeclarationSyntax>()
        .Where(method => method.Identifier.ValueText == name)
        .Count(_functions.Add) > 0;

    /// <summary>What these functions call in the type, they run too.</summary>
    private void Spread(TypeDeclarationSyntax type)
    {
        var calls = type.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => call.Expression)
            .Where(called => called is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
            .ToArray();
        while (_functions.Count > 0 && calls.Where(Run).ToArray().Count(call => AddNamed(((SimpleNameSyntax)call.Core()).Identifier.ValueText, type)) > 0)
        {
        }
    }
}

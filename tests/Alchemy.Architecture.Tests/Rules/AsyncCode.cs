using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alchemy.Tests;

/// <summary>Nothing blocks on a task, and no await captures the caller's context.</summary>
internal static class AsyncCode
{
    /// <summary>The one file that may unwrap a task: it throws when the task is not completed.</summary>
    public const string Unwrapper = "src/Alchemy.Engine/Execution/Completion.cs";

    private static readonly IReadOnlySet<string> TaskTypes = new HashSet<string>(StringComparer.Ordinal)
    {
        "System.Threading.Tasks.Task", "System.Threading.Tasks.ValueTask",
    };

    public static IEnumerable<Offence> Blocking(IReadOnlyCollection<SourceFile> files)
    {
        var binding = new Lazy<Binding>(() => new Binding(files));
        return
            from file in files
            where file.Path != Unwrapper
            from access in file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            let what = Describe(access, binding)
            where what is not null
            select file.At(access.Name, what);
    }

    public static IEnumerable<Offence> CapturedContexts(IEnumerable<SourceFile> files) =>
        from file in files
        from awaited in file.Root.DescendantNodes().SelectMany(Awaited)
        where !IsConfigured(awaited)
        select file.At(awaited, $"await without ConfigureAwait(false): {FirstLine(awaited)}");

    private static string? Describe(MemberAccessExpressionSyntax access, Lazy<Binding> binding)
    {
        var isCalled = access.Parent is InvocationExpressionSyntax call && call.Expression == access;
        return access.Name.Identifier.Text switch
        {
            "GetResult" when isCalled && access.Expression is InvocationExpressionSyntax
                { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "GetAwaiter" } } => "blocks: GetAwaiter().GetResult()",
            "Result" when !isCalled && MayBeTask(access.Expression, binding) => $"blocks: {FirstLine(access)}",
            "Wait" when isCalled && MayBeTask(access.Expression, binding) => $"blocks: {FirstLine(access)}()",
            "WaitAll" or "WaitAny" when access.Expression.ToString() is "Task" or "System.Threading.Tasks.Task" => $"blocks: {FirstLine(access)}",
            _ => null,
        };
    }

    private static bool MayBeTask(ExpressionSyntax expression, Lazy<Binding> binding) =>
        expression is not ThisExpressionSyntax and not BaseExpressionSyntax
        && !binding.Value.IsTypeName(expression)
        && binding.Value.TypeOf(expression) is var type && (type is null || TaskTypes.Contains(type));

    // `await x`, `await using (x)`, `await using var a = x`, `await foreach (var a in x)`.
    private static IEnumerable<ExpressionSyntax> Awaited(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax await => [await.Expression],
        CommonForEachStatementSyntax loop when loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword) => [loop.Expression],
        UsingStatementSyntax { Expression: { } resource } @using when @using.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword) => [resource],
        UsingStatementSyntax { Declaration: { } declared } @using when @using.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword) => Values(declared),
        LocalDeclarationStatementSyntax local when local.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword) => Values(local.Declaration),
        _ => [],
    };

    private static IEnumerable<ExpressionSyntax> Values(VariableDeclarationSyntax declaration) =>
        declaration.Variables.Select(variable => variable.Initializer?.Value).OfType<ExpressionSyntax>();

    private static bool IsConfigured(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => IsConfigured(inner.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait" } } call =>
            call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax value }] && value.IsKind(SyntaxKind.FalseLiteralExpression),
        _ => false,
    };

    private static string FirstLine(SyntaxNode node) => node.ToString().Split('\n')[0].Trim();
}

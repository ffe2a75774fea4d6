using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alchemy.Tests;

/// <summary>Compiles snippets as a new console project would, and runs them.</summary>
internal static class SnippetRunner
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // What a fragment finds around it: the shop of the README's first program, with two customers in it.
    private const string Surroundings = """
        using var engine = Engine.Create("sqlite://");
        using var db = new ShopContext(engine);
        var model = db.Model;
        engine.CreateAll(model.MetaData);
        db.Customers.Add(new Customer { Name = "ann", Country = "NO", Orders = { new Order { Total = 120.10m }, new Order { Total = 9.95m } } });
        db.Customers.Add(new Customer { Name = "bo", Country = "SE", Orders = { new Order { Total = 50m } } });
        db.SaveChanges();
        db.Session.Clear();
        using var session = new Session(engine, model);
        """;

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Concat(Directory.GetFiles(AppContext.BaseDirectory, "Alchemy.*.dll"))
            .DistinctBy(Path.GetFileName).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Runs a snippet and gives what it printed.</summary>
    /// <param name="snippet">The snippet.</param>
    /// <param name="program">The program whose types fragments use.</param>
    public static string Run(Snippet snippet, Snippet program)
    {
        var entry = Compile(snippet.IsProgram ? snippet.Code : Around(snippet.Code, program.Code), snippet.Place).EntryPoint!;
        var (before, output) = (Console.Out, new StringWriter { NewLine = "\n" });
        Console.SetOut(output);
        try
        {
            entry.Invoke(null, entry.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }

        return output.ToString();
    }

    private static string Around(string fragment, string program)
    {
        var (own, types) = (CSharpSyntaxTree.ParseText(fragment).GetCompilationUnitRoot(), CSharpSyntaxTree.ParseText(program).GetCompilationUnitRoot());
        var statements = string.Concat(own.Members.OfType<GlobalStatementSyntax>().Select(m => m.ToFullString()));
        var members = own.Members.Concat(types.Members).Where(m => m is not GlobalStatementSyntax).Select(m => m.ToFullString());
        return $"using Alchemy;\nusing Alchemy.Linq;\n{Surroundings}\n{{\n{statements}\n}}\n{string.Concat(members)}";
    }

    private static Assembly Compile(string code, string place)
    {
        var compilation = CSharpCompilation.Create(
            "snippet", [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(code)], References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        var wrong = result.Diagnostics.Where(d => d.Severity is DiagnosticSeverity.Error).Select(d => d.ToString()).ToList();
        return wrong.Count == 0 ? Assembly.Load(image.ToArray()) : throw new InvalidOperationException($"{place} does not compile:\n{string.Join('\n', wrong)}\n{code}");
    }
}

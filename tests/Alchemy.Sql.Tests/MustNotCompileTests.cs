using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Alchemy.Tests;

/// <summary>What the typed operators must refuse, tried with the SDK's own compiler: no package of it knows extension operators yet.</summary>
[TestFixture]
public sealed class MustNotCompileTests
{
    private static readonly string[] Good =
    [
        "_ = t.Id == 5; _ = 5 == t.Id; _ = t.Id == t.Maybe; _ = t.Name == null; _ = t.Name != \"a\";",
        "int? n = null; _ = t.Id == n; string? s = null; _ = t.Name == s;",
        "_ = t.Id + 1 > t.Maybe * 2 & t.Name + \"x\" == \"y\" | !(t.Id < 3);",
        "_ = t.Id.Cast<long>() == t.Big;",
    ];

    private static readonly string[] Bad =
    [
        "if (t.Id == 5) { }",
        "_ = t.Id == 5 && t.Id == 6;",
        "_ = t.Id == \"5\";",
        "_ = t.Name < 5;",
        "_ = t.Id + t.Name;",
        "_ = t.Id == t.Big;",
        "_ = t.Name * 2;",
        "_ = t.Id & t.Id;",
        "_ = !t.Id;",
        "_ = -t.Name;",
    ];

    [Test]
    public void The_compiler_refuses_what_has_no_meaning()
    {
        var compiler = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk");
        compiler = Directory.Exists(compiler) ? Directory.GetDirectories(compiler, "10.*").Select(d => Path.Combine(d, "Roslyn", "bincore", "csc.dll")).LastOrDefault(File.Exists) : null;
        if (compiler is null)
        {
            Assert.Ignore("The SDK's compiler is not beside the runtime.");
        }

        var errors = Compile(compiler!, string.Join("\n", Good.Concat(Bad).Select((code, i) => $"static partial class C {{ static void M{i}(T t) {{ {code} }} }}")));
        Assert.That(errors.Where(e => e <= Good.Length), Is.Empty);
        Assert.That(errors.Distinct().Order(), Is.EqualTo(Enumerable.Range(Good.Length + 1, Bad.Length)), "each line beyond the good ones, by number");
    }

    private static List<int> Compile(string compiler, string lines)
    {
        var folder = Directory.CreateTempSubdirectory("alchemy-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.cs"), "using Alchemy; " + lines + "\nsealed class T() : Alchemy.TypedTable(\"t\") { public Alchemy.Column<int> Id => Int(\"id\"); public Alchemy.Column<int> Maybe => Int(\"maybe\"); public Alchemy.Column<string> Name => Text(\"name\"); public Alchemy.Column<long> Big => Define<long>(\"big\"); }");
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = folder };
            string[] arguments = ["exec", compiler, "-nologo", "-noconfig", "-nullable:enable", "-langversion:14", "-t:library", "-out:a.dll", $"-r:{typeof(Sql).Assembly.Location}", .. Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "System*.dll").Where(IsManaged).Select(f => $"-r:{f}"), "a.cs"];
            Array.ForEach(arguments, start.ArgumentList.Add);
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return [.. output.Split('\n').Where(l => l.Contains("error ", StringComparison.Ordinal)).Select(l => int.Parse(l[(l.IndexOf('(') + 1)..l.IndexOf(',')], System.Globalization.CultureInfo.InvariantCulture))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsManaged(string file) => !Path.GetFileName(file).Contains("Native", StringComparison.Ordinal);
}

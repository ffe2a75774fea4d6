using System.Reflection;

namespace Alchemy.Tests;

public sealed class ReferenceTests
{
    private const string Generators = "Alchemy.Generators";

    private static IEnumerable<string> ProjectFiles => Repository.Files("src", "*.csproj");

    private static IEnumerable<string> Libraries =>
        ProjectFiles.Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => name != Generators);

    [TestCaseSource(nameof(Libraries))]
    public void Compiled_references_go_one_way(string library) => Ruling.MustBeEmpty(References.Check(
        library, Assembly.Load(library).GetReferencedAssemblies().Select(reference => reference.Name!)));

    [TestCaseSource(nameof(ProjectFiles))]
    public void Project_files_go_one_way(string path) => Ruling.MustBeEmpty(References.Check(
        Path.GetFileNameWithoutExtension(path), References.InProjectFile(File.ReadAllText(Path.Combine(Repository.Root, path)))));

    [Test]
    public void Layers_do_not_see_what_is_not_theirs() => Ruling.MustBeEmpty(Layers.Trespasses(Repository.Sources));

    [Test]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Alchemy.Linq.sln")).Replace('\\', '/');
        var projects = new[] { "src", "tests", "dialect-tests", "tools" }.SelectMany(folder => Repository.Files(folder, "*.csproj"));
        Ruling.MustBeEmpty(projects.Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal)));
    }

    [TestCase("Alchemy.Sql", "Alchemy.Engine")]
    [TestCase("Alchemy.Sql", "System.Data.Common")]
    [TestCase("Alchemy.Sql", "Npgsql")]
    [TestCase("Alchemy.Dialects", "Microsoft.Data.Sqlite")]
    [TestCase("Alchemy.Engine", "Alchemy.Dialects")]
    [TestCase("Alchemy.Engine", "Alchemy.Orm")]
    [TestCase("Alchemy.Engine", "Alchemy.Drivers.Sqlite")]
    [TestCase("Alchemy.Orm", "Remotion.Linq")]
    [TestCase("Alchemy.Orm", "System.Linq.Queryable")]
    [TestCase("Alchemy.Linq", "Alchemy.Dialects")]
    [TestCase("Alchemy.Linq", "Alchemy.Drivers.Npgsql")]
    [TestCase("Alchemy.Drivers.Npgsql", "Alchemy.Orm")]
    [TestCase("Alchemy.Drivers.Npgsql", "Alchemy.Drivers.Sqlite")]
    [TestCase("Alchemy.Elsewhere", "System.Runtime")]
    public void A_wrong_direction_is_caught(string from, string to) => Assert.That(References.Check(from, [to]), Is.Not.Empty);

    [TestCase("Alchemy.Sql", "System.Runtime")]
    [TestCase("Alchemy.Engine", "System.Data.Common")]
    [TestCase("Alchemy.Engine", "Microsoft.Extensions.Logging.Abstractions")]
    [TestCase("Alchemy.Linq", "Remotion.Linq")]
    [TestCase("Alchemy.Drivers.Npgsql", "Npgsql")]
    [TestCase("Alchemy.Drivers.Npgsql", "Alchemy.Dialects")]
    public void A_right_direction_is_let_be(string from, string to) => Assert.That(References.Check(from, [to]), Is.Empty);

    [Test]
    public void References_of_a_project_file_are_read() => Assert.That(References.InProjectFile("""
        <Project>
          <ItemGroup>
            <ProjectReference Include="..\Alchemy.Sql\Alchemy.Sql.csproj" />
            <ProjectReference Include="../Alchemy.Generators/Alchemy.Generators.csproj" OutputItemType="Analyzer" />
            <PackageReference Include="Npgsql" />
            <PackageReference Include="Some.Analyzers" PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """), Is.EqualTo(new[] { "Alchemy.Sql", "Npgsql" }));

    [Test]
    public void A_trespass_is_caught() => Ruling.MustCatch(Layers.Trespasses(Ruling.Sample(
        "class A\n{\n    IQueryable<int> B;\n    System.Linq.IQueryable C;\n}\n", "src/Alchemy.Orm/Sample.cs")), 3, 4);
}

namespace Alchemy.Tests;

public sealed class NamingTests
{
    [Test]
    public void Type_names_say_something() => Ruling.MustBeEmpty(Naming.BannedNames(Repository.Sources));

    [Test]
    public void Namespaces_are_few() => Ruling.MustBeEmpty(Naming.StrangeNamespaces(Repository.Sources));

    [Test]
    public void Namespaces_are_file_scoped() => Ruling.MustBeEmpty(Naming.BlockNamespaces(Repository.Sources));

    [Test]
    public void Internal_types_stay_internal() => Ruling.MustBeEmpty(Naming.PublicInternals(Repository.Sources));

    [Test]
    public void No_namespace_ends_in_the_name_of_a_public_type() => Ruling.MustBeEmpty(Naming.HiddenTypes(Repository.Sources));

    [Test]
    public void A_banned_word_is_caught() => Ruling.MustCatch(Naming.BannedNames(Ruling.Sample("""
        class SqlHelper { }
        class ConnectionManager { }
        static class StringUtils { }
        class DialectImpl { class Dependencies { } }
        interface IWidgetFactoryFactory { }
        enum SQLUtil { }
        class ImplicitJoin { }
        class Managed { }
        class Utilized { }
        """)), 1, 2, 3, 4, 4, 5, 6);

    [TestCase("namespace Alchemy.Sql;\nclass A { }", ExpectedResult = 1)]
    [TestCase("class A { }", ExpectedResult = 1)]
    [TestCase("namespace Alchemy.Internals;\nclass A { class B { } }", ExpectedResult = 0)]
    [TestCase("namespace System.Runtime.CompilerServices;\nclass IsExternalInit { }", ExpectedResult = 1)]
    public int A_strange_namespace_is_caught(string text) => Naming.StrangeNamespaces(Ruling.Sample(text)).Count();

    [Test]
    public void A_generator_may_add_what_its_old_platform_lacks() => Ruling.MustBeEmpty(Naming.StrangeNamespaces(Ruling.Sample(
        "namespace System.Runtime.CompilerServices;\nclass IsExternalInit { }", "src/Alchemy.Generators/IsExternalInit.cs")));

    [Test]
    public void A_block_namespace_is_caught() => Ruling.MustCatch(Naming.BlockNamespaces(Ruling.Sample("namespace Alchemy { }")), 1);

    [Test]
    public void A_public_internal_type_is_caught() => Ruling.MustCatch(Naming.PublicInternals(Ruling.Sample(
        "namespace Alchemy.Internals;\npublic class A { }\ninternal class B { public class C { } }\n")), 2);

    [Test]
    public void A_type_that_a_namespace_hides_is_caught() => Ruling.MustCatch(Naming.HiddenTypes(Ruling.Sample(
        "namespace Alchemy.Sql;\npublic class Sql { }\npublic class Linq { }\ninternal class Drivers { }\n")), 2, 3);
}

namespace Alchemy.Tests;

public sealed class TypeShapeTests
{
    [Test]
    public void Classes_are_sealed() => Ruling.MustBeEmpty(TypeShape.UnsealedClasses(Repository.Sources));

    [Test]
    public void A_file_holds_one_type_or_one_family() => Ruling.MustBeEmpty(TypeShape.CrowdedFiles(Repository.Sources));

    [Test]
    public void An_unsealed_class_is_caught() => Ruling.MustCatch(TypeShape.UnsealedClasses(Ruling.Sample("""
        class Open { }
        sealed class Closed { class Nested { } }
        abstract class Base { }
        static class Functions { }
        partial class Parts { }
        sealed partial class Parts { }
        record Data(int X);
        record struct Value(int X);
        record class Data2(int X);
        public class StandardDialect { }
        """)), 1, 2, 7, 9);

    [Test]
    public void A_second_large_type_is_caught()
    {
        Assert.That(TypeShape.CrowdedFiles(Ruling.Sample(Type("class A") + Type("class B"))).Single().What, Does.Contain("beside 1 other"));
        Assert.That(TypeShape.CrowdedFiles(Ruling.Sample(Type("class A") + Type("class B : X"))), Is.Not.Empty);
    }

    [Test]
    public void A_family_and_small_companions_are_let_be()
    {
        Assert.That(TypeShape.CrowdedFiles(Ruling.Sample(Type("class A : X") + Type("class B : X"))), Is.Empty);
        Assert.That(TypeShape.CrowdedFiles(Ruling.Sample(Type("class X") + Type("class A : X") + Type("class B : X"))), Is.Empty);
        Assert.That(TypeShape.CrowdedFiles(Ruling.Sample(Type("class A") + "enum B { One }\ndelegate void C();\n")), Is.Empty);
        Assert.That(TypeShape.CrowdedFiles(Ruling.Sample(Type("class A") + Type("class A<T>"))), Is.Empty);
        Assert.That(TypeShape.CrowdedFiles(Ruling.Sample("namespace N;\n" + Type("class A"))), Is.Empty);
    }

    private static string Type(string head) => $"{head}\n{{{new string('\n', 20)}}}\n";
}

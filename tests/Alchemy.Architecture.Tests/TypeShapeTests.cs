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
        Ruling.MustCatch(TypeShape.CrowdedFiles(Ruling.Sample(Type("class A", 30) + Type("class B", 20))), 34);
        Ruling.MustCatch(TypeShape.CrowdedFiles(Ruling.Sample(Type("class A", 20) + Type("class B : X", 30))), 1);
        Ruling.MustCatch(TypeShape.CrowdedFiles(Ruling.Sample(Type("class Sample", 20) + Type("class B", 30))), 24);
        Ruling.MustCatch(TypeShape.CrowdedFiles(Ruling.Sample(Type("class A", 30) + Type("enum B", 12) + Type("class C", 13))), 49);
    }

    [Test]
    public void A_family_and_small_companions_are_let_be()
    {
        var large = Type("class A", 30);
        Ruling.MustBeEmpty(TypeShape.CrowdedFiles(Ruling.Sample(Type("class A : X", 30) + Type("class B : X", 30))));
        Ruling.MustBeEmpty(TypeShape.CrowdedFiles(Ruling.Sample(Type("class X", 30) + Type("class A : X", 30) + Type("class B : N.X", 30))));
        Ruling.MustBeEmpty(TypeShape.CrowdedFiles(Ruling.Sample(large + Type("enum B", 12) + "delegate void C();\n")));
        Ruling.MustBeEmpty(TypeShape.CrowdedFiles(Ruling.Sample(large + $"class B\n{{\n{string.Concat(Enumerable.Repeat("// why\n\n", 20))}}}\n")));
        Ruling.MustBeEmpty(TypeShape.CrowdedFiles(Ruling.Sample(large + Type("class A<T>", 30))));
        Ruling.MustBeEmpty(TypeShape.CrowdedFiles(Ruling.Sample("namespace N;\n" + large)));
    }

    // A head, a brace, `lines` members of a line each, a brace.
    private static string Type(string head, int lines) => $"{head}\n{{\n{string.Concat(Enumerable.Range(0, lines).Select(i => Line(head, i)))}}}\n";

    private static string Line(string head, int number) => head.StartsWith("enum", StringComparison.Ordinal) ? $"M{number},\n" : $"int f{number};\n";
}

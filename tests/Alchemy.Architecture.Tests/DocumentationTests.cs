namespace Alchemy.Tests;

public sealed class DocumentationTests
{
    [Test]
    public void Nine_of_ten_public_members_are_documented()
    {
        var (total, missing) = Documentation.Measure(Repository.Sources);
        Assert.That(total, Is.GreaterThan(0));
        var share = 1 - ((double)missing.Count / total);
        Assert.That(share, Is.GreaterThanOrEqualTo(Documentation.Required),
            () => $"{missing.Count} of {total} have none:{Environment.NewLine}{string.Join(Environment.NewLine, missing)}");
    }

    [Test]
    public void What_others_see_needs_documentation()
    {
        var (total, missing) = Documentation.Measure(Ruling.Sample("""
            namespace Alchemy;
            public class A
            {
                public A() { }
                protected int P { get; }
                public const int C = 1;
                public static A operator +(A a, A b) => a;
                internal int Hidden;
                private protected int HiddenToo;
                int Private;
                public override string ToString() => "";
                void System.IDisposable.Dispose() { }
            }
            internal class B { public int X; public class Nested { public int Y; } }
            public enum E
            {
                One,
            }
            public interface I
            {
                void M();
            }
            public static class S
            {
                extension(int x)
                {
                    public int Twice() => x * 2;
                }
            }
            public delegate void D();
            """));
        Assert.That(missing.Select(offence => offence.Line), Is.EquivalentTo(new[] { 2, 4, 5, 6, 7, 15, 17, 19, 21, 23, 27, 30 }));
        Assert.That(total, Is.EqualTo(missing.Count));
    }

    [Test]
    public void A_comment_a_reference_to_one_and_one_part_of_a_partial_type_count()
    {
        var (total, missing) = Documentation.Measure(
        [
            .. Ruling.Sample("""
                namespace Alchemy;
                /// <summary>A.</summary>
                public partial class A
                {
                    /// <inheritdoc/>
                    [Obsolete]
                    public void M() { }
                    // not documentation
                    public void N() { }
                }
                """),
            .. Ruling.Sample("namespace Alchemy;\npartial class A\n{\n    /** <summary>O.</summary> */\n    public void O() { }\n}\n"),
        ]);
        Assert.That(missing.Select(offence => offence.Line), Is.EqualTo(new[] { 9 }));
        Assert.That(total, Is.EqualTo(4));
    }
}

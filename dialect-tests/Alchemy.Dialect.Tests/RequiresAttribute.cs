using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace Alchemy.Tests;

/// <summary>A test that runs on some databases only. Elsewhere it is ignored, and the result says why, in words that <c>tools/matrix</c> knows.</summary>
public abstract class ConditionAttribute : NUnitAttribute, IWrapTestMethod
{
    public TestCommand Wrap(TestCommand command) => new Conditional(command, this);

    private protected abstract string? ReasonToIgnore(DatabaseFixture fixture);

    private sealed class Conditional(TestCommand inner, ConditionAttribute condition) : DelegatingTestCommand(inner)
    {
        public override TestResult Execute(TestExecutionContext context)
        {
            if (condition.ReasonToIgnore((DatabaseFixture)context.TestObject!) is not { } reason)
            {
                return innerCommand.Execute(context);
            }

            context.CurrentResult.SetResult(ResultState.Ignored, reason);
            return context.CurrentResult;
        }
    }
}

/// <summary>The test needs a feature of the dialect to have one of the values.</summary>
/// <param name="feature">The name of a member of <see cref="DialectFeatures"/>.</param>
/// <param name="values">The values with which the test runs.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequiresAttribute(string feature, params object[] values) : ConditionAttribute
{
    private protected override string? ReasonToIgnore(DatabaseFixture fixture)
    {
        var value = typeof(DialectFeatures).GetProperty(feature)!.GetValue(fixture.Features);
        return values.Contains(value) ? null : $"Refused by design: {feature} is {value} in the dialect of {fixture.Lane}; the test needs {string.Join(" or ", values)}.";
    }
}

/// <summary>The test is not for a database, by that database's design.</summary>
/// <param name="database">The database, and with it the lanes that run its tests; or such a lane alone.</param>
/// <param name="reason">A sentence that says what it cannot do.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ExceptAttribute(Database database, string reason) : ConditionAttribute
{
    private protected override string? ReasonToIgnore(DatabaseFixture fixture) => database == fixture.Lane || database == fixture.On ? $"Excluded: {reason}" : null;
}

/// <summary>What is not done yet on a database. The test runs there all the same: it is ignored while it fails, with this sentence, and fails once it passes, so that the mark goes.</summary>
/// <param name="database">The database.</param>
/// <param name="missing">A sentence that says what is missing.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class NotDoneAttribute(Database database, string missing) : NUnitAttribute, IWrapTestMethod
{
    public TestCommand Wrap(TestCommand command) => new Expected(command, database, missing);

    private sealed class Expected(TestCommand inner, Database database, string missing) : DelegatingTestCommand(inner)
    {
        public override TestResult Execute(TestExecutionContext context)
        {
            if (((DatabaseFixture)context.TestObject!).Lane != database)
            {
                return innerCommand.Execute(context);
            }

            var failure = Failure(context);
            context.CurrentResult = context.CurrentTest.MakeTestResult();
            context.CurrentResult.SetResult(failure is not null ? ResultState.Ignored : ResultState.Failure, failure is null ? $"It passes on {database}: take the mark away ({missing})." : $"Not done yet: {missing} {failure}");
            return context.CurrentResult;
        }

        private string? Failure(TestExecutionContext context)
        {
            using var isolated = new TestExecutionContext.IsolatedContext();
            try
            {
                var result = innerCommand.Execute(context);
                return result.ResultState.Status is TestStatus.Failed ? result.Message : null;
            }
            catch (Exception failed)
            {
                return (failed.InnerException ?? failed).Message;
            }
        }
    }
}

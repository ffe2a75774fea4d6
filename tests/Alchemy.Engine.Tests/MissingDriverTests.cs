namespace Alchemy.Tests;

/// <summary>Starts a process of its own: this one may have any driver's assembly beside it.</summary>
public sealed class MissingDriverTests
{
    [Test]
    public async Task A_program_without_the_driver_is_told_the_package_and_goes_on_with_the_driver_it_has()
    {
        Assert.That(File.Exists(Path.Combine(OtherProcess.Folder, "Alchemy.Drivers.Npgsql.dll")), Is.False);
        using var program = new OtherProcess("drivers");
        var lines = await program.Finish();
        Assert.That(lines, Has.Length.EqualTo(4));
        Assert.That(lines[0], Does.Contain("postgresql://").And.Contain("add the package Alchemy.Drivers.Npgsql").And.Contain("ALQ3002"));
        Assert.That(lines[1], Does.Contain("mssql://").And.Contain("add the package Alchemy.Drivers.SqlClient"));
        Assert.That(lines[2], Does.Contain("oracle://").And.Contain("add the package Alchemy.Drivers.Oracle"));
        Assert.That(lines[3], Is.EqualTo("sqlite says 42"));
    }
}

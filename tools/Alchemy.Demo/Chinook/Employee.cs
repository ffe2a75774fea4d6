namespace Alchemy.Demo.Chinook;

/// <summary>Who works in the shop, and for whom.</summary>
public sealed class Employee
{
    public int EmployeeId { get; set; }

    public string LastName { get; set; } = "";

    public string FirstName { get; set; } = "";

    public string? Title { get; set; }

    public int? ReportsTo { get; set; }

    public Employee? Manager { get; set; }

    public DateTime? BirthDate { get; set; }

    public DateTime? HireDate { get; set; }

    public string? Address { get; set; }

    public string? City { get; set; }

    public string? State { get; set; }

    public string? Country { get; set; }

    public string? PostalCode { get; set; }

    public string? Phone { get; set; }

    public string? Fax { get; set; }

    public string? Email { get; set; }

    public List<Employee> Reports { get; set; } = [];

    public List<Customer> Customers { get; set; } = [];
}

using System.CommandLine;
using Alchemy.Demo;

var database = new Option<string?>("--database") { Description = "A Chinook database (SQLite) to ask instead of the demo's own shop; it is only read." };
var command = new RootCommand("Shows what the library does: the C#, the SQL that it became, and the rows.") { database };
command.SetAction(arguments => arguments.GetValue(database) is { } file ? ChinookDemo.Run(file) : ShopDemo.Run());
return command.Parse(args).Invoke();

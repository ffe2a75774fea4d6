import java.io.*;
import java.nio.charset.StandardCharsets;
import java.sql.*;
import java.util.*;

/**
 * Runs statements on H2 in memory, one database for each of its modes. A line of the input is the mode, a space and the statement in base64; it is
 * answered by one line: R and the rows (a tab before each, commas between values in base64, - for NULL), U for no rows, or E, the SQLSTATE and the message in base64.
 */
public final class Bridge {
    public static void main(String[] arguments) throws Exception {
        var connections = new HashMap<String, Connection>();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; System.out.flush()) {
            var parts = line.split(" ", 2);
            if (!connections.containsKey(parts[0]))
                connections.put(parts[0], DriverManager.getConnection("jdbc:h2:mem:;CASE_INSENSITIVE_IDENTIFIERS=TRUE;MODE=" + parts[0]));
            System.out.println(run(connections.get(parts[0]), new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8)));
        }
    }

    private static String run(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql) ? rows(statement.getResultSet()) : "U";
        } catch (SQLException error) {
            return "E " + error.getSQLState() + " " + encoded(String.valueOf(error.getMessage()));
        }
    }

    private static String rows(ResultSet results) throws SQLException {
        var text = new StringBuilder("R");
        for (int columns = results.getMetaData().getColumnCount(); results.next(); ) {
            for (int i = 1; i <= columns; i++) {
                var value = results.getString(i);
                text.append(i == 1 ? '\t' : ',').append(value == null ? "-" : encoded(value));
            }
        }
        return text.toString();
    }

    private static String encoded(String text) { return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)); }
}

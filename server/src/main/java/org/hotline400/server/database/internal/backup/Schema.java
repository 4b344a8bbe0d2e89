package org.hotline400.server.database.internal.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hotline400.server.database.DatabaseFailedException;

/// The tables and sequences of our schemas, as the catalogue of PostgreSQL has them.
final class Schema {
    private static final String OURS = " n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'"
            + " and c.relname <> 'flyway_schema_history' and not c.relispartition ";

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname),
                   (select string_agg(format('%I', a.attname), ', ' order by a.attnum) from pg_attribute a
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                       -- The number of a transaction says something in its own cluster only.
                       and a.atttypid <> 'xid8'::regtype)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and""" + OURS + "order by 1";

    private static final String REFERENCES = """
            select format('%I.%I', n.nspname, c.relname), format('%I.%I', fn.nspname, f.relname)
              from pg_constraint k
              join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
              join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
             where k.contype = 'f' and c.oid <> f.oid and""" + OURS;

    private static final String SEQUENCES = """
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'S' and""" + OURS + "order by 1";

    private static final String FORCED =
            "select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n"
                    + " on n.oid = c.relnamespace where c.relforcerowsecurity and"
                    + OURS;

    private Schema() {}

    /// The version that Flyway has brought the schemas to; empty text when it has never run.
    static String version(Connection connection) throws SQLException {
        var known = strings(
                connection,
                "select to_regclass('kernel.flyway_schema_history')::text where"
                        + " to_regclass('kernel.flyway_schema_history') is not null");
        if (known.isEmpty()) {
            return "";
        }
        var versions = strings(
                connection,
                "select version from kernel.flyway_schema_history where version is not null and success"
                        + " order by installed_rank desc limit 1");
        return versions.isEmpty() ? "" : versions.getFirst();
    }

    /// Every table with its columns, those that others refer to first.
    static Map<String, String> tables(Connection connection) throws SQLException {
        var columns = pairs(connection, TABLES);
        var refersTo = new HashMap<String, Set<String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(REFERENCES)) {
            while (rows.next()) {
                refersTo.computeIfAbsent(rows.getString(1), key -> new TreeSet<>())
                        .add(rows.getString(2));
            }
        }
        var ordered = new java.util.LinkedHashMap<String, String>();
        for (var table : inOrder(columns.keySet(), refersTo)) {
            ordered.put(table, columns.getOrDefault(table, ""));
        }
        return ordered;
    }

    static List<String> inOrder(Set<String> tables, Map<String, Set<String>> refersTo) {
        var left = new TreeSet<>(tables);
        var ordered = new ArrayList<String>();
        while (!left.isEmpty()) {
            var free = left.stream()
                    .filter(table ->
                            refersTo.getOrDefault(table, Set.of()).stream().noneMatch(left::contains))
                    .toList();
            if (free.isEmpty()) {
                throw new DatabaseFailedException("these tables refer to each other in a circle: " + left);
            }
            ordered.addAll(free);
            left.removeAll(free);
        }
        return ordered;
    }

    static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
        var found = new ArrayList<Manifest.Sequence>();
        for (var name : strings(connection, SEQUENCES)) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select last_value, is_called from " + name)) {
                row.next();
                found.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return found;
    }

    /// The tables whose row security binds their owner, too.
    static List<String> forced(Connection connection) throws SQLException {
        return strings(connection, FORCED);
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static Map<String, String> pairs(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var found = new HashMap<String, String>();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
            return found;
        }
    }
}

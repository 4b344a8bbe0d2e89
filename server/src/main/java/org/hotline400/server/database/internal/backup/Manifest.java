package org.hotline400.server.database.internal.backup;

import java.time.Instant;
import java.util.List;

/// What an archive holds.
///
/// @param format 1
/// @param version of the schemas, as Flyway counts
/// @param tables in the order in which they can be filled
public record Manifest(
        int format,
        String version,
        Instant createdAt,
        List<Table> tables,
        List<Sequence> sequences,
        List<StoredFile> files) {
    public static final int FORMAT = 1;
    public static final String ENTRY = "manifest.json";

    public Manifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        files = List.copyOf(files);
    }

    /// A table's rows.
    ///
    /// @param name quoted where needed, with its schema
    /// @param columns quoted where needed, separated by commas
    public record Table(String name, String columns, long rows, String sha256) {
        public String entry() {
            return "tables/" + name;
        }
    }

    /// Where a sequence stands; `called` as PostgreSQL's `is_called`.
    public record Sequence(String name, long value, boolean called) {}

    /// A file of the data folder.
    ///
    /// @param path below the data folder, with `/`
    public record StoredFile(String path, long bytes, String sha256) {
        public String entry() {
            return "files/" + path;
        }
    }
}

package org.hotline400.server.numbers.meaning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Our own data files in the jar: fields with commas between, comments behind `#`, nothing quoted.
final class DataFile {
    private DataFile() {}

    /// @param columns that every row has
    static List<List<String>> rows(String name, int columns) {
        var stream = Objects.requireNonNull(DataFile.class.getResourceAsStream("/numbers/" + name), name);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> fields(name, line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fields(String name, String line, int columns) {
        var fields = List.of(line.split(",", -1));
        if (fields.size() != columns) {
            throw new IllegalStateException(
                    name + " has " + columns + " columns; this line has " + fields.size() + ": " + line);
        }
        return fields;
    }
}

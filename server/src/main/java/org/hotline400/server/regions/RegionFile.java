package org.hotline400.server.regions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Our own data files in the jar: fields with commas between, comments behind `#`, nothing quoted.
final class RegionFile {
    private RegionFile() {}

    static List<String[]> rows(String name) {
        var stream = Objects.requireNonNull(RegionFile.class.getResourceAsStream("/regions/" + name), name);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
